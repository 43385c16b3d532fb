/** The goals: parameters become settings of the rooms below, one call is made, its outcome becomes Maven's. */
package io.github.rootfsmaven.maven;
