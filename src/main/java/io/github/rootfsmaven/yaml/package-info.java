/**
 * YAML as a tree of values with places. The only room that knows a YAML library, and it uses no more of it than the
 * events: tags, merge keys, anchors and scalars are resolved here as the reference's library (go-yaml v4) resolves them.
 */
package io.github.rootfsmaven.yaml;
