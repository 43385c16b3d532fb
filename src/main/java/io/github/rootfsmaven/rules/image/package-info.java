/** Rules about what an image brings with it. */
package io.github.rootfsmaven.rules.image;
