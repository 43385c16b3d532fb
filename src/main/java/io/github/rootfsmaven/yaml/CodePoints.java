package io.github.rootfsmaven.yaml;

/** The library counts code points, {@link String} counts UTF-16 units; most files know no difference. */
final class CodePoints {
    private final int[] indices;
    private final int length;

    CodePoints(String text) {
        length = text.length();
        indices = text.codePointCount(0, length) == length ? null : indices(text);
    }

    int index(int point) {
        if (indices == null) {
            return Math.min(point, length);
        }
        return point < indices.length ? indices[point] : length;
    }

    private static int[] indices(String text) {
        int[] indices = new int[text.codePointCount(0, text.length())];
        for (int point = 0, i = 0; point < indices.length; point++) {
            indices[point] = i;
            i += Character.charCount(text.codePointAt(i));
        }
        return indices;
    }
}
