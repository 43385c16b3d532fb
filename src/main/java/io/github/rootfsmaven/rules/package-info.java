/** All rules. Each is one final class and knows no other rule. */
package io.github.rootfsmaven.rules;
