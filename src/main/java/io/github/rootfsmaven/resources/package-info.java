/** What a Maven module's own files say of what its program will write: settings, logging, class files. */
package io.github.rootfsmaven.resources;
