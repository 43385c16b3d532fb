package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads {@code .properties} as {@link java.util.Properties#load} does, with places. Spring Boot divides such a file into
 * documents by {@code #---} and {@code !---} ({@code OriginTrackedPropertiesLoader}).
 */
final class PropertiesFile {
    private static final Pattern DIVIDER = Pattern.compile("[#!]---\\s*");

    private final SourceFile file;
    private final String text;
    private int at;

    private PropertiesFile(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The documents in order, each with its values by key as it is written. */
    static List<Map<String, Setting>> read(SourceFile file) {
        return new PropertiesFile(file).documents();
    }

    private List<Map<String, Setting>> documents() {
        List<Map<String, Setting>> documents = new ArrayList<>();
        documents.add(new LinkedHashMap<>());
        while (at < text.length()) {
            skipBlanks();
            if (at < text.length() && (text.charAt(at) == '#' || text.charAt(at) == '!')) {
                int end = lineEnd(at);
                if (DIVIDER.matcher(text.substring(at, end)).matches()) {
                    documents.add(new LinkedHashMap<>());
                }
                at = end + 1;
            } else if (at < text.length() && isLineEnd(text.charAt(at))) {
                at++;
            } else if (at < text.length()) {
                Setting setting = setting();
                documents.get(documents.size() - 1).put(setting.name(), setting);
            }
        }
        return documents;
    }

    private Setting setting() {
        StringBuilder key = new StringBuilder();
        while (at < text.length() && " \t\f=:\n\r".indexOf(text.charAt(at)) < 0) {
            character(key);
        }
        skipBlanks();
        if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
            at++;
            skipBlanks();
        }
        int start = at;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            character(value);
        }
        return new Setting(key.toString(), Text.literal(value.toString()), file.between(start, at));
    }

    /** One character of a key or value, an escape, or nothing for the end of a line that goes on. */
    private void character(StringBuilder to) {
        char c = text.charAt(at++);
        if (c != '\\' || at == text.length()) {
            to.append(c);
            return;
        }
        char escaped = text.charAt(at++);
        switch (escaped) {
            case 't' -> to.append('\t');
            case 'n' -> to.append('\n');
            case 'r' -> to.append('\r');
            case 'f' -> to.append('\f');
            case 'u' -> unicode(to);
            case '\r', '\n' -> {
                if (escaped == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                skipBlanks();
            }
            default -> to.append(escaped);
        }
    }

    private void unicode(StringBuilder to) {
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (digits.matches("[0-9a-fA-F]{4}")) {
            to.append((char) Integer.parseInt(digits, 16));
            at += 4;
        } else {
            to.append('u');
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
