/** Rules about what is written into a container whose root filesystem is read-only. */
package io.github.rootfsmaven.rules.writes;
