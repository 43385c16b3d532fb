package io.github.rootfsmaven.report;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;

/** Goes through a YAML flow collection, over as many lines as it takes, and hides what is secret between its brackets. */
final class FlowSecrets {
    private final Set<String> anchors;
    private final Set<String> aliases;
    /** Whether each open bracket's content is secret; the outermost entry stands for what is around the collection. */
    private final Deque<Boolean> levels = new ArrayDeque<>();
    /** The scalar that is being read, in case it turns out to be a key. */
    private final StringBuilder word = new StringBuilder();

    private boolean secretValue;
    private char quote;

    /** A collection that is a secret as a whole, or not; secret {@code aliases} are added to that set. */
    FlowSecrets(boolean secret, Set<String> anchors, Set<String> aliases) {
        this.anchors = anchors;
        this.aliases = aliases;
        levels.push(false);
        secretValue = secret;
    }

    /** Goes on at {@code from}; returns the index behind the collection's last bracket, or -1 if it is still open. */
    int scan(String line, int from, BitSet hidden) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean secret = levels.peek() || secretValue;
            if (quote != 0) {
                hidden.set(at, secret);
                if (c == '\\' && quote == '"') {
                    at++;
                    hidden.set(at, secret);
                } else {
                    quoted(c);
                }
            } else if (c == '#' && (at == 0 || line.charAt(at - 1) == ' ')) {
                hidden.set(at, line.length(), secret);
                return -1;
            } else if (c == '{' || c == '[') {
                hidden.set(at, levels.peek());
                levels.push(secret);
                next(secret);
            } else if (c == '}' || c == ']') {
                levels.pop();
                hidden.set(at, levels.peek());
                next(levels.peek());
                if (levels.size() == 1) {
                    return at + 1;
                }
            } else {
                // blanks before a secret are only layout
                hidden.set(at, secret && (c != ' ' || (at > 0 && hidden.get(at - 1))));
                plain(line, at, c, secret);
            }
        }
        return -1;
    }

    private void quoted(char c) {
        if (c == quote) {
            quote = 0;
        } else {
            word.append(c);
        }
    }

    private void plain(String line, int at, char c, boolean secret) {
        switch (c) {
            case ',' -> next(levels.peek());
            case ':' -> {
                secretValue |= YamlSecrets.isSecretKey(word.toString().strip());
                word.setLength(0);
            }
            case '"', '\'' -> {
                quote = c;
                word.setLength(0);
            }
            case '&' -> secretValue |= anchors.contains(YamlSecrets.name(line, at + 1));
            case '*' -> {
                if (secret) {
                    aliases.add(YamlSecrets.name(line, at + 1));
                }
            }
            default -> word.append(c);
        }
    }

    private void next(boolean secret) {
        secretValue = secret;
        word.setLength(0);
    }
}
