package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.text.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a file of the plugin's own until somebody asks for it. A build needs a handful of hundreds: the words by which
 * they are found are there without reading YAML, and only what is asked for is read. So the files keep to one form, which
 * tests hold: these words are a list on one line, or one word.
 */
final class Unread<T> {
    private final String text;
    private final Reader<T> reader;
    private T entry;

    private Unread(String text, Reader<T> reader) {
        this.text = text;
        this.reader = reader;
    }

    /** Makes an entry of its lines. */
    interface Reader<T> {
        T read(String lines) throws InvalidInput;
    }

    /** The entries of a text, which begin with a line that begins so. */
    static <T> List<Unread<T>> of(String text, String beginning, Reader<T> reader) {
        List<Unread<T>> entries = new ArrayList<>();
        int start = text.indexOf(beginning);
        while (start >= 0) {
            int next = text.indexOf("\n" + beginning, start);
            int end = next < 0 ? text.length() : next + 1;
            entries.add(new Unread<>(text.substring(start, end), reader));
            start = next < 0 ? -1 : next + 1;
        }
        return entries;
    }

    /** The list behind a key, which is all that stands before it in its line; nothing without it. */
    List<String> list(String key) {
        String line = line(key + "[");
        return line.isEmpty()
                ? List.of()
                : Stream.of(line.substring(0, line.indexOf(']')).split(","))
                        .map(Unread::word)
                        .toList();
    }

    /** The word behind a key. */
    String wordBehind(String key) {
        return word(line(key));
    }

    private static String word(String written) {
        return written.strip().replace("\"", "");
    }

    private String line(String beginning) {
        int before = text.startsWith(beginning) ? 0 : text.indexOf("\n" + beginning) + 1;
        if (before == 0 && !text.startsWith(beginning)) {
            return "";
        }
        int from = before + beginning.length();
        return text.substring(from, text.indexOf('\n', from));
    }

    /** The entry; a test reads all, so they are whole. */
    T read() {
        if (entry == null) {
            try {
                entry = reader.read(text);
            } catch (InvalidInput broken) {
                throw new IllegalStateException(broken.getMessage(), broken);
            }
        }
        return entry;
    }
}
