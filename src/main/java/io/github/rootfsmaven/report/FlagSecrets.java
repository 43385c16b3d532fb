package io.github.rootfsmaven.report;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values of variables and labels in command lines: behind {@code -e NAME=} and its like, and behind any name in
 * capitals. A value ends with its word, which quotes may carry over many lines.
 */
final class FlagSecrets {
    private static final Pattern NAME = Pattern.compile(
            "(?:(?<![\\w-])(?:-[A-Za-z]*[el]|--(?:env|label|build-arg|annotation))[ \\t=]*[\"']?[\\w./-]+"
                    + "|(?<![\\w$./-])[A-Z_][A-Z0-9_]*)=");

    /** What a command prints is not written here; the command is looked at on its own. */
    private static final Pattern OUTPUT = Pattern.compile("\"?(?:\\$\\(|`)");

    private FlagSecrets() {}

    /** Sets a bit for every character (in UTF-16 units) of a line that must not be shown. */
    static void mark(List<String> lines, List<BitSet> hidden) {
        String all = String.join("\n", lines);
        BitSet secret = new BitSet();
        Matcher name = NAME.matcher(all);
        Quotes quotes = new Quotes(all);
        for (int from = 0; from <= all.length() && name.find(from); ) {
            boolean output =
                    OUTPUT.matcher(all).region(name.end(), all.length()).lookingAt();
            from = output ? name.end() : word(all, name.end(), quotes.before(name.end()));
            if (from > name.end()) {
                secret.set(name.end(), from);
            }
        }
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            int end = start + lines.get(i).length();
            hidden.get(i).or(secret.get(start, continued(all, start, end)));
            start = end + 1;
        }
    }

    /** The end of the word that goes on at an index. */
    private static int word(String all, int from, char open) {
        char quote = open;
        int at = from;
        while (at < all.length()) {
            char c = all.charAt(at);
            if (quote == 0 && Character.isWhitespace(c)) {
                return at;
            } else if (c == '\\' && quote != '\'') {
                at++;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
            at++;
        }
        return all.length();
    }

    /** The backslash that continues a line is no secret. */
    private static int continued(String all, int start, int end) {
        return end > start && end < all.length() && all.charAt(end - 1) == '\\' ? end - 1 : end;
    }

    /** In which quote one stands, going from left to right; what stands in {@code $(…)} begins anew, and so does a line. */
    private static final class Quotes {
        private final String all;
        private final Deque<Character> around = new ArrayDeque<>();
        private char quote;
        private int at;

        Quotes(String all) {
            this.all = all;
        }

        char before(int index) {
            for (; at < index; at++) {
                char c = all.charAt(at);
                if (c == '\n') {
                    quote = 0;
                    around.clear();
                } else if (c == '\\' && quote != '\'') {
                    at++;
                } else if (c == '$' && quote != '\'' && at + 1 < index && all.charAt(at + 1) == '(') {
                    around.push(quote);
                    quote = 0;
                } else if (c == ')' && quote == 0 && !around.isEmpty()) {
                    quote = around.pop();
                } else if (c == quote) {
                    quote = 0;
                } else if (quote == 0 && (c == '"' || c == '\'')) {
                    quote = c;
                }
            }
            return quote;
        }
    }
}
