package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.report.Style;
import org.apache.maven.execution.MavenSession;
import org.fusesource.jansi.Ansi;

/** Colours where Maven itself uses them. */
final class TerminalStyle implements Style {
    private static final String RESET = "\u001b[m";

    private TerminalStyle() {}

    /** Colours as {@code -Dstyle.color} says, else on a terminal that a person sits at; never with {@code NO_COLOR}. */
    static Style of(MavenSession session) {
        String wish = session.getUserProperties().getProperty("style.color", "auto");
        boolean person = session.getRequest().isInteractiveMode() && System.console() != null && mavenHasColours();
        boolean colours = wish.equals("always") || (wish.equals("auto") && person);
        String refusal = System.getenv("NO_COLOR");
        return colours && (refusal == null || refusal.isEmpty()) ? new TerminalStyle() : Style.PLAIN;
    }

    /** Maven switches Jansi off with {@code -l} and the like; a Maven that comes without Jansi has no say here. */
    private static boolean mavenHasColours() {
        try {
            return Ansi.isEnabled();
        } catch (LinkageError absent) {
            return false;
        }
    }

    @Override
    public String paint(Ink ink, String text) {
        return text.isEmpty() ? text : code(ink) + text + RESET;
    }

    private static String code(Ink ink) {
        return switch (ink) {
            case ERROR -> "\u001b[1;31m";
            case WARNING -> "\u001b[1;33m";
            case NOTE -> "\u001b[1;36m";
            case GOOD -> "\u001b[1;32m";
            case STRONG -> "\u001b[1m";
            case FAINT -> "\u001b[2m";
        };
    }
}
