package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.List;

/** The patterns of {@code case}, {@code [[ = ]]} and {@code ${x%pattern}}. */
final class Patterns {
    private static final String SPECIAL = "*?[\\";

    private Patterns() {}

    /** Whether a text matches one of the patterns. */
    static Outcome matches(Text subject, List<Word> patterns, Expansion expansion, Scope scope, Context context) {
        Outcome outcome = Outcome.FAILURE;
        for (Word pattern : patterns) {
            Outcome match = matches(subject, pattern, expansion, scope, context);
            if (match == Outcome.SUCCESS) {
                return match;
            }
            outcome = match == Outcome.UNKNOWN ? match : outcome;
        }
        return outcome;
    }

    static Outcome matches(Text subject, Word pattern, Expansion expansion, Scope scope, Context context) {
        Text text = expansion.text(pattern, scope, context);
        if (text.value().equals("*") && pattern.is("*")) {
            return Outcome.SUCCESS;
        }
        if (isUnknown(subject) || isUnknown(text)) {
            return Outcome.UNKNOWN;
        }
        boolean quoted = pattern.parts().stream().allMatch(Part::quoted);
        if (quoted || isPlain(text.value())) {
            return Outcome.of(subject.value().equals(text.value()));
        }
        boolean mixed = pattern.parts().stream().anyMatch(Part::quoted);
        if (text.value().indexOf('[') >= 0 || text.value().indexOf('\\') >= 0 || mixed && quotesSpecial(pattern)) {
            return Outcome.UNKNOWN;
        }
        return Outcome.of(matches(subject.value(), text.value()));
    }

    private static boolean quotesSpecial(Word pattern) {
        return pattern.parts().stream()
                .anyMatch(part -> part.quoted()
                        && (!(part instanceof Part.Literal literal)
                                || !isPlain(literal.text().value())));
    }

    static boolean isUnknown(Text text) {
        return text.value().indexOf(Text.UNRESOLVED) >= 0;
    }

    /** Whether nothing in it means anything but itself. */
    static boolean isPlain(String pattern) {
        return pattern.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    /** Whether a text matches a pattern of {@code *} and {@code ?}; takes time in proportion to the product. */
    static boolean matches(String text, String pattern) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                retry = at;
            } else if (in < pattern.length() && (pattern.charAt(in) == '?' || pattern.charAt(in) == text.charAt(at))) {
                at++;
                in++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
