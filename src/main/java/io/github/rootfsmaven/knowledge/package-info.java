/** What is known of images, runtimes and frameworks beyond this project's files: what they write, and how we know. */
package io.github.rootfsmaven.knowledge;
