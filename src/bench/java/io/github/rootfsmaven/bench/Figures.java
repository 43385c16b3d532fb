package io.github.rootfsmaven.bench;

import java.util.List;
import java.util.Locale;

/** What a row of measurements says. */
final class Figures {
    private Figures() {}

    static double median(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The median, and between what all lie. */
    static String shown(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", median(measured), sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
