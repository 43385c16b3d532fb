/** What the plugins of a Maven build make and start: images without a Dockerfile, and containers for integration tests. */
package io.github.rootfsmaven.plugins;
