package io.github.rootfsmaven.compose;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as {@code docker/go-units} reads them: {@code 64m}, {@code 1.5gb}, {@code 2 GiB}; powers of 1024. */
final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]*)?) ?([kmgtp]?)i?b?");

    private ByteSize() {}

    /** The number of bytes; empty for what is no size. */
    static Optional<Long> of(String size) {
        Matcher matcher = SIZE.matcher(size.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int power = matcher.group(2).isEmpty() ? 0 : "kmgtp".indexOf(matcher.group(2)) + 1;
        return Optional.of((long) (Double.parseDouble(matcher.group(1)) * Math.pow(1024, power)));
    }
}
