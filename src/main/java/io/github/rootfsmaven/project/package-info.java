/** Discovery and joining: which files belong to the project, which Dockerfile builds which service. */
package io.github.rootfsmaven.project;
