/** What a build's files describe, in words of our own: containers, images, mounts, and what each container can write. */
package io.github.rootfsmaven.model;
