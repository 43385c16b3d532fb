/** What would make containers hardened: decided from the model of check, written into Compose files as text. */
package io.github.rootfsmaven.harden;
