/** Files, places in them, and values that know their place and what of them may be shown. Imports no other room. */
package io.github.rootfsmaven.text;
