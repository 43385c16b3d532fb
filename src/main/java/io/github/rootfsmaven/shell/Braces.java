package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code a{b,c}d}: bash makes two words of it, other shells one. */
final class Braces {
    private static final int MOST = 64;

    private Braces() {}

    /** The words; empty if there is nothing of the kind. */
    static Optional<List<String>> expand(Word word) {
        boolean plain =
                word.parts().size() == 1 && word.parts().get(0) instanceof Part.Literal literal && !literal.quoted();
        String text = plain ? word.literal().orElseThrow() : "";
        int comma = text.indexOf(',');
        if (comma < 0 || text.indexOf('{') < 0 || text.indexOf('}', comma) < 0) {
            return Optional.empty();
        }
        List<String> words = word.script().isBash() ? expand(text) : List.of();
        return Optional.of(words.isEmpty() ? List.of(String.valueOf(Text.UNRESOLVED)) : words);
    }

    /** The innermost of the first braces first; without end or with too many, none. */
    private static List<String> expand(String text) {
        List<String> words = new ArrayList<>(List.of(text));
        for (int i = 0; i < words.size(); ) {
            String word = words.get(i);
            int close = word.indexOf('}');
            int open = close < 0 ? -1 : word.lastIndexOf('{', close);
            if (open < 0 || word.indexOf(',', open) > close || word.indexOf(',', open) < 0) {
                i++;
                continue;
            }
            words.remove(i);
            for (String choice : word.substring(open + 1, close).split(",", -1)) {
                words.add(word.substring(0, open) + choice + word.substring(close + 1));
            }
            if (words.size() > MOST) {
                return List.of();
            }
        }
        return words;
    }
}
