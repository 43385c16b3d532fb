/** The shell's language as far as start scripts need it: what a script makes, changes and takes away. */
package io.github.rootfsmaven.shell;
