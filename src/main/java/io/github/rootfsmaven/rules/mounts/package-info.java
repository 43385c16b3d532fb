/** Rules about binds and volumes. */
package io.github.rootfsmaven.rules.mounts;
