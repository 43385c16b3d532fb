/** Rules about what could not be read. */
package io.github.rootfsmaven.rules.input;
