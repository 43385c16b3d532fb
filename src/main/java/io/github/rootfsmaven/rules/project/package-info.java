/** What the files of a Maven module say of what its program will write. */
package io.github.rootfsmaven.rules.project;
