package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Collectors;

/** What is said of a finding where other programs show it: English, and safe to print. */
final class English {
    private English() {}

    /** What it is, in one line. */
    static String message(Reported reported) {
        return Printable.text(reported.finding().message().english());
    }

    /** What it is, and in further lines what to do. */
    static String messageAndFix(Reported reported) {
        String fix = lines(reported.finding().fix());
        return message(reported) + (fix.isEmpty() ? "" : "\nFix: " + fix);
    }

    /** Why it does not count, in one line. */
    static String suppression(Reported reported) {
        return reported.suppressed()
                .map(by -> "Suppressed by " + by.by().word()
                        + (by.reason().isEmpty() ? "." : ": " + Printable.text(by.reason())))
                .orElse("");
    }

    /** A message of several lines. */
    static String lines(Message message) {
        return message.english().lines().map(Printable::text).collect(Collectors.joining("\n"));
    }
}
