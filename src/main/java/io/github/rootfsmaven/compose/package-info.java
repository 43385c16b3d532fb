/**
 * Compose files as Docker Compose reads them. The steps and their order are those of the reference, compose-go: files,
 * interpolation, reset and override tags, extends, merge, unicity, schema, short syntax, consistency.
 */
package io.github.rootfsmaven.compose;
