/** What a rule is and what it says: {@code Rule}, {@code Finding}, and how severity follows from effect and confidence. */
package io.github.rootfsmaven.rule;
