/** Rules about whether the root filesystem is read-only, and what opens it again as a whole. */
package io.github.rootfsmaven.rules.root;
