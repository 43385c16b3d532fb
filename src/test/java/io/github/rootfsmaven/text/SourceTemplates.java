package io.github.rootfsmaven.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The English templates that stand in Java sources: every string with a {@code {0}} in it, and every string that is
 * handed alone, or by a condition, to a method that takes a template.
 */
final class SourceTemplates {
    private static final Pattern TOKEN =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|'(?:[^'\\\\]|\\\\.)+'|\"(?:[^\"\\\\\\n]|\\\\.)*\"|[\\w.]+|\\S");
    private static final Set<String> TAKERS = Set.of("of", "says", "fix", "related");

    private SourceTemplates() {}

    /** The templates of all sources below a directory, with the file that each is in. */
    static Map<String, Path> below(Path directory) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                in(Files.readString(file)).forEach(template -> found.putIfAbsent(template, directory.relativize(file)));
            }
        }
        return found;
    }

    /** The templates of a source. */
    static List<String> in(String source) {
        List<String> tokens = tokens(source);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.startsWith("\"") && token.contains("{0}")) {
                found.add(literal(token));
            }
            String method = token.substring(token.lastIndexOf('.') + 1);
            boolean other = method.equals("of") && !token.equals("Message.of");
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
            if (call && !other && TAKERS.contains(method)) {
                argument(tokens, i + 2, method.equals("related") ? 1 : 0).forEach(found::add);
            } else if (call
                    && token.equals("Message.joined")
                    && tokens.get(i + 2).startsWith("\"")) {
                found.add("{0}" + literal(tokens.get(i + 2)) + "{1}");
            }
        }
        found.removeIf(template -> template.isEmpty() || template.equals("{0}"));
        return found;
    }

    /** The strings that an argument may be: not those that are part of something else. */
    private static List<String> argument(List<String> tokens, int from, int number) {
        List<String> strings = new ArrayList<>();
        int depth = 0;
        int at = 0;
        for (int i = from; i < tokens.size() && depth >= 0; i++) {
            String token = tokens.get(i);
            if ("([{".contains(token)) {
                depth++;
            } else if (")]}".contains(token)) {
                depth--;
            } else if (depth == 0 && token.equals(",")) {
                at++;
            } else if (depth == 0 && at == number && token.startsWith("\"")) {
                boolean alone = Set.of("(", ",", "?", ":").contains(tokens.get(i - 1))
                        && Set.of(")", ",", ":").contains(tokens.get(i + 1));
                if (alone) {
                    strings.add(literal(token));
                }
            }
        }
        return strings;
    }

    /** Without comments; strings that are put together are one. */
    private static List<String> tokens(String source) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String text = token.group();
            int last = tokens.size() - 1;
            boolean joined = text.startsWith("\"")
                    && last > 0
                    && tokens.get(last).equals("+")
                    && tokens.get(last - 1).startsWith("\"");
            if (joined) {
                String before = tokens.get(last - 1);
                tokens.remove(last);
                tokens.set(last - 1, before.substring(0, before.length() - 1) + text.substring(1));
            } else if (!text.startsWith("//") && !text.startsWith("/*")) {
                tokens.add(text);
            }
        }
        return tokens;
    }

    private static String literal(String token) {
        return token.substring(1, token.length() - 1).translateEscapes();
    }
}
