/** What running containers wrote or were refused, asked of the engine; the only room that starts a process. */
package io.github.rootfsmaven.observe;
