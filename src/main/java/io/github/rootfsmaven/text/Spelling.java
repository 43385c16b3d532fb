package io.github.rootfsmaven.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody meant. */
public final class Spelling {
    private Spelling() {}

    /** The nearest of the known words, if one is near enough to be meant: at most a third of the letters differ. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String meant = letters(word);
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(meant, letters(other)))
                        .thenComparing(other -> other))
                .filter(other -> distance(meant, letters(other)) <= Math.max(1, word.length() / 3));
    }

    /** {@code Did you mean 'x'?}, or nothing. */
    public static Message suggestion(String word, Collection<String> known) {
        return nearest(word, known)
                .map(other -> Message.of("Did you mean '{0}'?", other))
                .orElse(Message.nothing());
    }

    /** People forget which of these a word has. */
    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
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
