package io.github.rootfsmaven.report;

/** Text that is safe to print: whatever could move the cursor, recolour a terminal or turn the reading direction is spelled out. */
public final class Printable {
    private Printable() {}

    /** The text with every such character as <code>&#92;u{1b}</code>. */
    public static String text(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.append(codePoint(c)));
        return printable.toString();
    }

    /** One character, spelled out if need be. */
    static String codePoint(int c) {
        return isPlain(c) ? Character.toString(c) : "\\u{" + Integer.toHexString(c) + "}";
    }

    /** Whether a character can be printed as it is. */
    static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** How many columns of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(Printable::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** The large blocks of Unicode's East Asian Width W and F; a rare character elsewhere only moves a caret. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
