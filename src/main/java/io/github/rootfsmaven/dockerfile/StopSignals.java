package io.github.rootfsmaven.dockerfile;

import java.util.Locale;
import java.util.Set;

/** The signals of Linux: {@code ParseSignal} of moby/sys/signal, which BuildKit asks for {@code STOPSIGNAL}. */
final class StopSignals {
    private static final Set<String> NAMES = Set.of(
            "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE",
            "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU",
            "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX");

    private StopSignals() {}

    /** Whether there is one of that name or number. */
    static boolean contains(String text) {
        if (text.matches("[+-]?[0-9]++")) {
            return !text.matches("[+-]?0++");
        }
        String name = text.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
        return NAMES.contains(name) || name.matches("RTMIN\\+([1-9]|1[0-5])|RTMAX-([1-9]|1[0-4])");
    }
}
