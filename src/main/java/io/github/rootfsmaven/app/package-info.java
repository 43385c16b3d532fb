/** The one call behind each goal. */
package io.github.rootfsmaven.app;
