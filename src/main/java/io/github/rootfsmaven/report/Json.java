package io.github.rootfsmaven.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

/**
 * A JSON document as text. Gson escapes what JSON must not have; what a terminal or an editor would obey besides, such as
 * U+009B or a turned reading direction, is escaped here, so that the file can be looked at and still has every value as
 * it is. That keeps half a surrogate pair in it, too, which UTF-8 does not have.
 */
final class Json {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private Json() {}

    /** The document, with a line break at its end. */
    static String text(JsonElement document) {
        return escaped(GSON.toJson(document)) + "\n";
    }

    /** Only strings of a document hold characters beyond ASCII, and there an escape means the same. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c < 0x7f || Printable.isPlain(c)) {
                text.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    text.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return text.toString();
    }
}
