package io.github.rootfsmaven.report;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values in the files of a program: of settings all but the keys, of XML all but names and log files, of code
 * every string.
 */
final class ProgramSecrets {
    private static final Pattern YAML = Pattern.compile("(application|bootstrap)([-.].*)?\\.ya?ml");
    private static final Pattern CODE = Pattern.compile(".*\\.(java|kt|groovy|scala)");
    private static final Pattern PROPERTY = Pattern.compile("\\s*(?:[^\\s=:\\\\]|\\\\.)*+\\s*[=:]?\\s*");
    private static final Pattern KEY =
            Pattern.compile("\\s*(?:- +(?=[\\w.%\\[\\]\"'/-]))*+[\\w.%\\[\\]\"'/-]+\\s*:(\\s+|$)");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:- +)*+");
    private static final Pattern BLOCK = Pattern.compile(".*:\\s+[|>][-+0-9]*\\s*(#.*)?");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+(\"|$)");

    /** Elements whose text, and attributes whose value, hold no secret. */
    private static final Set<String> ELEMENTS =
            Set.of("file", "filenamepattern", "groupid", "artifactid", "version", "scope");

    private static final Set<String> ATTRIBUTES =
            Set.of("name", "class", "ref", "level", "type", "filename", "filepattern", "source");

    private ProgramSecrets() {}

    /** Whether the file is code, of which a finding shows the string that it is about. */
    static boolean isCode(Path file) {
        return CODE.matcher(name(file)).matches();
    }

    /** Sets a bit for every character (in UTF-16 units) of a line that must not be shown. */
    static void mark(Path file, List<String> lines, List<BitSet> hidden) {
        String name = name(file);
        String path = file.toString().replace('\\', '/');
        boolean resource = path.matches(".*/(resources|classes)/.*") && !name.contains("compose");
        if (name.endsWith(".properties")) {
            markProperties(lines, hidden);
        } else if (YAML.matcher(name).matches() || resource && name.matches(".*\\.ya?ml")) {
            markYaml(lines, hidden);
        } else if (name.endsWith(".xml")) {
            new Xml(hidden).mark(lines);
        } else if (isCode(file)) {
            for (int i = 0; i < lines.size(); i++) {
                Matcher string = STRING.matcher(lines.get(i));
                while (string.find()) {
                    hidden.get(i).set(string.start(), string.end());
                }
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static void markProperties(List<String> lines, List<BitSet> hidden) {
        boolean goesOn = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean comment = !goesOn && line.matches("\\s*[#!].*");
            if (!comment) {
                Matcher key = PROPERTY.matcher(line);
                hide(line, goesOn || !key.lookingAt() ? indent(line) : key.end(), hidden.get(i));
            }
            goesOn = !comment && line.matches("(.*[^\\\\])?(\\\\\\\\)*\\\\");
        }
    }

    /** A line without a key goes on with a value, and so does all that stands deeper than a block's key. */
    private static void markYaml(List<String> lines, List<BitSet> hidden) {
        int block = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean inside = block >= 0 && (line.isBlank() || indent(line) > block);
            if (!inside) {
                block = BLOCK.matcher(line).matches() ? indent(line) : -1;
            }
            boolean plain = line.startsWith("---") || line.stripLeading().startsWith("#");
            if (inside || !plain) {
                Matcher key = KEY.matcher(line);
                Matcher item = ITEM.matcher(line);
                int from = inside ? indent(line) : key.lookingAt() ? key.end() : item.lookingAt() ? item.end() : 0;
                hide(line, from, hidden.get(i));
            }
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static void hide(String line, int from, BitSet hidden) {
        if (from < line.length()) {
            hidden.set(from, line.length());
        }
    }

    /** Goes through XML, well-formed or not, by its letters. */
    private static final class Xml {
        private final List<BitSet> hidden;
        private String element = "";
        private boolean comment;
        private boolean tag;
        private char quote;
        private boolean secret;
        private final StringBuilder word = new StringBuilder();

        private Xml(List<BitSet> hidden) {
            this.hidden = hidden;
        }

        private void mark(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                line(lines.get(i), hidden.get(i));
                word.append(' ');
            }
        }

        private void line(String line, BitSet bits) {
            for (int at = 0; at < line.length(); at++) {
                char c = line.charAt(at);
                if (comment) {
                    boolean ends = line.startsWith("-->", at);
                    comment = !ends;
                    at += ends ? 2 : 0;
                    bits.set(at, comment && c != ' ');
                } else if (quote != 0) {
                    if (c == quote) {
                        quote = 0;
                        word.setLength(0);
                    } else {
                        bits.set(at, secret);
                    }
                } else if (tag) {
                    inTag(c);
                } else if (line.startsWith("<!--", at)) {
                    comment = true;
                    at += 3;
                } else if (c == '<') {
                    tag = true;
                    word.setLength(0);
                    element = "";
                } else {
                    bits.set(at, c != ' ' && c != '\t' && !ELEMENTS.contains(element));
                }
            }
        }

        private void inTag(char c) {
            if (c == '"' || c == '\'') {
                quote = c;
                secret = !ATTRIBUTES.contains(last());
                return;
            }
            if (element.isEmpty() && (c == '>' || c == ' ' || c == '/' && !word.isEmpty())) {
                element = word.toString().strip().toLowerCase(Locale.ROOT);
            }
            if (c == '>') {
                tag = false;
            }
            word.append(c == '=' ? ' ' : c);
        }

        /** The name of the attribute whose value is read. */
        private String last() {
            String[] words = word.toString().strip().toLowerCase(Locale.ROOT).split("\\s+");
            return words[words.length - 1];
        }
    }
}
