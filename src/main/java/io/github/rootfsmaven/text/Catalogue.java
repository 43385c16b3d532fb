package io.github.rootfsmaven.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Translations of messages: a PO file as gettext has them (GNU gettext manual, "The Format of PO Files"), of which
 * comments, {@code msgid}, {@code msgstr} and continued strings are read.
 */
public final class Catalogue {
    private final Map<String, String> translations;

    private Catalogue(Map<String, String> translations) {
        this.translations = Collections.unmodifiableMap(translations);
    }

    /** The plugin's own catalogue for a language code: its messages, and the words of its knowledge files. */
    public static Catalogue of(String language) {
        Map<String, String> translations = new LinkedHashMap<>(own(language + "-knowledge.po").translations);
        translations.putAll(own(language + ".po").translations);
        return new Catalogue(translations);
    }

    private static Catalogue own(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " in the plugin's own jar", unreadable);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @throws IllegalArgumentException for a line that is none of a PO file, or a message that is there twice
     */
    public static Catalogue parse(String name, String text) {
        Map<String, String> translations = new LinkedHashMap<>();
        StringBuilder english = new StringBuilder();
        StringBuilder translated = new StringBuilder();
        StringBuilder open = english;
        int number = 0;
        for (String line : (text + "\nmsgid \"\"").split("\n")) {
            number++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            if (content.startsWith("msgid ")) {
                put(translations, english.toString(), translated.toString(), name + ":" + number);
                english.setLength(0);
                translated.setLength(0);
                open = english;
            } else if (content.startsWith("msgstr ")) {
                open = translated;
            }
            int quote = content.indexOf('"');
            if (quote < 0 || content.length() < quote + 2 || !content.endsWith("\"")) {
                throw new IllegalArgumentException(name + ":" + number + ": a quoted string is expected");
            }
            open.append(unescaped(content.substring(quote + 1, content.length() - 1)));
        }
        return new Catalogue(translations);
    }

    private static void put(Map<String, String> translations, String english, String translated, String place) {
        if (english.isEmpty() || translated.isEmpty()) {
            return;
        }
        if (translations.put(english, translated) != null) {
            throw new IllegalArgumentException(place + ": translated twice: " + english);
        }
    }

    private static String unescaped(String quoted) {
        return quoted.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** The translation of an English message. */
    public Optional<String> translation(String english) {
        return Optional.ofNullable(translations.get(english));
    }

    /** All messages that are translated. */
    public Set<String> messages() {
        return translations.keySet();
    }
}
