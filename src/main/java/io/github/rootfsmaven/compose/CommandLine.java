package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Cuts a command that is written as one string into words, as the reference does with {@code mattn/go-shellwords}. */
final class CommandLine {
    private CommandLine() {}

    static List<String> words(String line) {
        return words(Text.literal(line)).stream().map(Text::value).toList();
    }

    static List<Text> words(Text text) {
        String line = text.value();
        List<Text> words = new ArrayList<>();
        List<Text> word = new ArrayList<>();
        boolean begun = false;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.add(text.substring(from, i));
                from = ++i;
                begun = true;
            } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                word.add(text.substring(from, i));
                from = i + 1;
                quote = quote == 0 ? c : 0;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                word.add(text.substring(from, i));
                from = i + 1;
                if (begun) {
                    words.add(Text.join(word));
                }
                word.clear();
                begun = false;
            } else {
                begun = true;
            }
        }
        word.add(text.substring(from));
        if (begun) {
            words.add(Text.join(word));
        }
        return words;
    }
}
