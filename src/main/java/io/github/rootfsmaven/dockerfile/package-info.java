/**
 * Dockerfiles as BuildKit reads them: lines, continuations and here-documents become {@link Instruction}s with places,
 * instructions become stages, and a chain of stages becomes the {@link io.github.rootfsmaven.model.Image} it builds.
 */
package io.github.rootfsmaven.dockerfile;
