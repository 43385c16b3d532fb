/** What people and machines get to read: one small class for each form. */
package io.github.rootfsmaven.report;
