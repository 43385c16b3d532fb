package io.github.rootfsmaven.report;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the values below {@code environment}, {@code labels}, {@code args} and {@code content} in YAML text, well-formed
 * or not: a broken file is just where a report shows lines. It therefore reads no YAML but letters and indentation, and
 * reads them twice: once with quotes, flow collections and block scalars that go on over several lines, and once as if
 * each line began afresh, so that a quote too many hides more, never less. What stands at an anchor that such a key
 * refers to is hidden as well.
 */
final class YamlSecrets {
    /** Anchors may refer to anchors; nobody writes so many in a row. */
    private static final int ROUNDS = 20;

    private static final Pattern SECRET_KEY = Pattern.compile("args|content|envs?|envi[a-z]*|labels?");

    private final Set<String> anchors;
    private final Set<String> aliases = new HashSet<>();
    private final boolean afresh;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Optional<Block> scalar = Optional.empty();
    private Optional<FlowSecrets> flow = Optional.empty();
    private char quote;
    private boolean quotedSecret;

    /** A key, or a sequence's dash, that later lines may belong to. */
    private record Block(int indent, String key, boolean secret) {}

    private YamlSecrets(Set<String> anchors, boolean afresh) {
        this.anchors = anchors;
        this.afresh = afresh;
    }

    /** Sets a bit for every character (in UTF-16 units) of a line that must not be shown. */
    static void mark(List<String> lines, List<BitSet> hidden) {
        Set<String> anchors = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Set<String> found = new HashSet<>();
            for (boolean afresh : new boolean[] {false, true}) {
                YamlSecrets scan = new YamlSecrets(Set.copyOf(anchors), afresh);
                for (int i = 0; i < lines.size(); i++) {
                    BitSet line = new BitSet();
                    scan.line(lines.get(i), line);
                    hidden.get(i).or(line);
                }
                found.addAll(scan.aliases);
            }
            if (!anchors.addAll(found)) {
                return;
            }
        }
    }

    /** Whether what stands below a key is nobody's business; a misspelt {@code enviroment} is one, too. */
    static boolean isSecretKey(String key) {
        return SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).matches();
    }

    /** The anchor's or alias's name that begins at {@code from}. */
    static String name(String line, int from) {
        int end = from;
        while (end < line.length() && " \t,[]{}".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(from, end);
    }

    private void line(String line, BitSet hidden) {
        if (afresh) {
            scalar = Optional.empty();
            flow = Optional.empty();
            quote = 0;
        }
        int indent = skipBlanks(line, 0);
        if (scalar.filter(text -> indent == line.length() || indent > text.indent)
                .isPresent()) {
            hidden.set(indent, line.length(), scalar.orElseThrow().secret);
            return;
        }
        scalar = Optional.empty();
        if (flow.isPresent()) {
            flow(line, 0, hidden);
        } else if (quote != 0) {
            hidden.set(indent, line.length(), quotedSecret);
            quoted(line, 0);
        } else if (line.startsWith("---") || line.startsWith("...")) {
            blocks.clear();
        } else if (indent < line.length() && line.charAt(indent) != '#') {
            block(line, indent, hidden);
        }
    }

    private void block(String line, int indent, BitSet hidden) {
        int at = indent;
        boolean item = false;
        while (isIndicator(line, at, '-')) {
            int dash = at;
            blocks.removeIf(block -> block.indent > dash || (block.indent == dash && block.key.equals("-")));
            blocks.push(new Block(dash, "-", around(dash + 1)));
            at = skipBlanks(line, at + 1);
            item = true;
        }
        node(line, at, item, hidden);
    }

    /** A key with its value, or a value, that begins at {@code from}. */
    private void node(String line, int from, boolean item, BitSet hidden) {
        int at = properties(line, from);
        int colon = keyEnd(line, at);
        if (isIndicator(line, at, '?')) {
            // "? key" and, on another line, ": value"
            push(at, unquoted(line.substring(at + 1)));
        } else if (isIndicator(line, at, ':')) {
            int column = at;
            blocks.removeIf(block -> block.indent > column);
            value(line, at + 1, false, hidden);
        } else if (colon >= 0) {
            push(from, unquoted(line.substring(at, colon)));
            value(line, colon + 1, false, hidden);
        } else {
            value(line, at, item, hidden);
        }
    }

    private void push(int indent, String key) {
        blocks.removeIf(block -> block.indent >= indent);
        boolean service = blocks.size() == 1 && blocks.peek().key.equals("services");
        blocks.push(new Block(indent, key, around(indent) || (!service && isSecretKey(key))));
    }

    private void value(String line, int from, boolean item, BitSet hidden) {
        int at = properties(line, from);
        boolean secret = around(item ? Integer.MAX_VALUE : from);
        if (at >= line.length() || line.charAt(at) == '#') {
            return;
        }
        switch (line.charAt(at)) {
            case '|', '>' -> scalar = Optional.of(new Block(blocks.isEmpty() ? -1 : blocks.peek().indent, "", secret));
            case '{', '[' -> {
                flow = Optional.of(new FlowSecrets(secret, anchors, aliases));
                flow(line, at, hidden);
            }
            case '"', '\'' -> {
                quote = line.charAt(at);
                quotedSecret = secret;
                quoted(line, at + 1);
                // what goes on in the next line has no name that could stay
                hide(line, at + 1, item && quote == 0, secret, hidden);
            }
            case '*' -> {
                if (secret) {
                    aliases.add(name(line, at + 1));
                }
            }
            default -> hide(line, at, item, secret, hidden);
        }
    }

    /** Of {@code NAME=value} in a sequence the name stays. */
    private static void hide(String line, int at, boolean item, boolean secret, BitSet hidden) {
        int from = at;
        while (item && from < line.length() && isNamePart(line.charAt(from))) {
            from++;
        }
        boolean assigned = item && from < line.length() && line.charAt(from) == '=';
        String rest = line.substring(assigned ? from + 1 : from);
        boolean nothing = rest.isBlank() || (item && (rest.equals("\"") || rest.equals("'")));
        hidden.set(line.length() - rest.length(), line.length(), secret && !nothing);
    }

    private void flow(String line, int from, BitSet hidden) {
        int end = flow.orElseThrow().scan(line, from, hidden);
        if (end >= 0 && isIndicator(line, end, ':')) {
            // a collection as a key, as templates have it: [name]:
            flow = Optional.empty();
            push(from, "");
            value(line, end + 1, false, hidden);
        } else if (end >= 0) {
            flow = Optional.empty();
            hidden.set(end, line.length(), around(Integer.MAX_VALUE));
        }
    }

    private void quoted(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) != quote) {
            at += line.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        if (at < line.length()) {
            quote = 0;
        }
    }

    /** Behind anchors and tags; an anchor that is referred to from a secret makes its block a secret. */
    private int properties(String line, int from) {
        int at = skipBlanks(line, from);
        while (at < line.length() && (line.charAt(at) == '&' || line.charAt(at) == '!')) {
            String word = name(line, at + 1);
            if (line.charAt(at) == '&' && anchors.contains(word) && !blocks.isEmpty()) {
                Block block = blocks.pop();
                blocks.push(new Block(block.indent, block.key, true));
            }
            at = skipBlanks(line, at + 1 + word.length());
        }
        return at;
    }

    /** Whether what stands at a column belongs to a block that is secret. */
    private boolean around(int column) {
        return blocks.stream().anyMatch(block -> block.secret && block.indent < column);
    }

    /** The index of the colon that ends a key which begins at {@code from}; -1 if there is none. */
    private static int keyEnd(String line, int from) {
        if (from >= line.length() || "{[|>*#".indexOf(line.charAt(from)) >= 0) {
            return -1;
        }
        int at = from;
        char first = line.charAt(from);
        if (first == '"' || first == '\'') {
            int end = line.indexOf(first, from + 1);
            at = end < 0 ? line.length() : skipBlanks(line, end + 1);
            return at < line.length() && line.charAt(at) == ':' ? at : -1;
        }
        while (at < line.length() && !(line.charAt(at) == '#' && line.charAt(at - 1) == ' ')) {
            if (isIndicator(line, at, ':')) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private static boolean isIndicator(String line, int at, char indicator) {
        return at < line.length()
                && line.charAt(at) == indicator
                && (at + 1 == line.length() || line.charAt(at + 1) == ' ' || line.charAt(at + 1) == '\t');
    }

    private static String unquoted(String key) {
        String name = key.strip();
        boolean quoted = name.length() > 1 && (name.startsWith("\"") || name.startsWith("'"));
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "_.-/".indexOf(c) >= 0;
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
