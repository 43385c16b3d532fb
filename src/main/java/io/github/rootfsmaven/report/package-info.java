/** What people and machines get to see of a report: the console, {@code rootfs.json}, the map of {@code show}. */
package io.github.rootfsmaven.report;
