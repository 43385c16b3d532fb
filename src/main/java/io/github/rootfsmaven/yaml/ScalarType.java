package io.github.rootfsmaven.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plain scalar means, as go-yaml v4 has it ({@code internal/libyaml/resolver.go}), not as YAML 1.1: only {@code
 * true} and {@code false} are booleans, {@code 0777} is octal, {@code 12:30} is a string.
 */
public enum ScalarType {
    NULL("null"),
    BOOL("boolean"),
    INT("integer"),
    FLOAT("number"),
    TIMESTAMP("time.Time"),
    STRING("string");

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> INFINITIES = Set.of(
            ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN");
    private static final Pattern INTEGER = Pattern.compile(
            "[-+]?(?:0|[1-9][0-9]*|0[0-7]+|0o[0-7]+|0x[0-9a-fA-F]+|0b[01]+|0X[0-9a-fA-F]+|0B[01]+|0O[0-7]+)");
    private static final Pattern FLOATING =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}-\\d{1,2}-\\d{1,2}(?:(?:[Tt]|[ \\t]+)\\d{1,2}:\\d{1,2}:\\d{1,2}(?:\\.\\d+)?\\s*(?:Z|[-+]\\d{1,2}(?::?\\d{2})?)?)?");

    private final String word;

    ScalarType(String word) {
        this.word = word;
    }

    /** Its name in the reference's messages. */
    String word() {
        return word;
    }

    /** What a plain scalar of these characters is. */
    public static ScalarType of(String plain) {
        if (NULLS.contains(plain)) {
            return NULL;
        }
        if (BOOLS.contains(plain)) {
            return BOOL;
        }
        char first = plain.charAt(0);
        if (first == '.' || first == '-' || first == '+' || (first >= '0' && first <= '9')) {
            return number(plain);
        }
        return STRING;
    }

    private static ScalarType number(String plain) {
        if (INFINITIES.contains(plain)) {
            return FLOAT;
        }
        if (DATE.matcher(plain).matches()) {
            return TIMESTAMP;
        }
        String digits = plain.replace("_", "");
        if (INTEGER.matcher(digits).matches()) {
            return INT;
        }
        return FLOATING.matcher(digits).matches() ? FLOAT : STRING;
    }

    /** The number an integer means: decimal, {@code 0x}, {@code 0o}, {@code 0b}, or octal with a leading zero. */
    static Optional<BigInteger> integer(String plain) {
        String digits = plain.replace("_", "");
        if (!INTEGER.matcher(digits).matches()) {
            return Optional.empty();
        }
        boolean negative = digits.startsWith("-");
        String bare = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        int radix = 10;
        if (bare.length() > 1 && bare.charAt(0) == '0') {
            switch (Character.toLowerCase(bare.charAt(1))) {
                case 'x' -> radix = 16;
                case 'b' -> radix = 2;
                default -> radix = 8;
            }
            bare = bare.substring(Character.isLetter(bare.charAt(1)) ? 2 : 1);
        }
        BigInteger number = new BigInteger(bare, radix);
        return Optional.of(negative ? number.negate() : number);
    }

    /** A date alone as Go prints the time that it becomes; a time of day is left as it is written. */
    static String time(String plain) {
        String[] parts = plain.split("-");
        boolean date = parts.length == 3 && parts[2].length() <= 2;
        return date
                ? "%s-%2s-%2s 00:00:00 +0000 UTC"
                        .formatted(parts[0], parts[1], parts[2])
                        .replace("- ", "-0")
                : plain;
    }

    /** A floating-point number as Go prints it with {@code %v}; the characters as they are for infinity and NaN. */
    static String floating(String plain) {
        if (INFINITIES.contains(plain)) {
            return plain.toLowerCase(java.util.Locale.ROOT).contains("nan")
                    ? "NaN"
                    : plain.startsWith("-") ? "-Inf" : "+Inf";
        }
        double number = Double.parseDouble(plain.replace("_", ""));
        if (Double.isInfinite(number)) {
            // more than a double holds: 1e999
            return number < 0 ? "-Inf" : "+Inf";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 21) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = number < 0 ? "-" : "";
        return "%s%s%se%s%02d"
                .formatted(sign, digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
