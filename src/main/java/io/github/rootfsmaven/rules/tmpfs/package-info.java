/** Rules about places in memory. */
package io.github.rootfsmaven.rules.tmpfs;
