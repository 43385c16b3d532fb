/** Judges a project: runs the rules, keeps the gravest word on each mount, applies the user's policy. */
package io.github.rootfsmaven.check;
