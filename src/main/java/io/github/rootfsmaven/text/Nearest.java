package io.github.rootfsmaven.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word that is near enough to be meant, case and blanks aside. */
    public static Optional<String> of(String word, Collection<String> known) {
        String meant = word.strip().toLowerCase(Locale.ROOT);
        int limit = Math.max(1, meant.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(meant, other))
                        .thenComparing(other -> other))
                .filter(other -> distance(meant, other) <= limit);
    }

    /** Levenshtein's distance: how many letters must be changed, added or removed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
