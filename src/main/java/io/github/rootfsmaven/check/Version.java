package io.github.rootfsmaven.check;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the plugin, without what stands behind its three numbers (Semantic Versioning 2.0.0, 2). */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern WORD = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:[-+][0-9A-Za-z.+-]+)?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    static Optional<Version> of(String word) {
        Matcher numbers = WORD.matcher(word);
        return numbers.matches()
                ? Optional.of(new Version(
                        Integer.parseInt(numbers.group(1)),
                        Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
