package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One option of a JVM.
 *
 * @param text the option with its value
 * @param span where it stands
 * @param by what gives it to the JVM
 * @param where the same in words: {@code JAVA_TOOL_OPTIONS}, {@code the command}
 */
record JavaOption(Text text, Span span, By by, Message where) {
    /** Options of the launcher whose value is the next word (OpenJDK: java.base/share/native/libjli/java.c). */
    private static final Set<String> VALUED =
            Set.of(("-cp -classpath --class-path -p --module-path --upgrade-module-path --add-modules --limit-modules"
                            + " --add-exports --add-opens --add-reads --patch-module --source --describe-module -d"
                            + " --enable-native-access")
                    .split(" "));

    JavaOption {
        Objects.requireNonNull(text);
        Objects.requireNonNull(span);
        Objects.requireNonNull(by);
        Objects.requireNonNull(where);
    }

    String value() {
        return text.value();
    }

    /**
     * The options in a command line of {@code java}: what follows the jar or the class is the program's own. Options may
     * still stand between {@code -jar} and the jar.
     */
    static List<JavaOption> ofCommand(List<Text> words, List<Span> spans, By by, Message where) {
        List<JavaOption> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).value();
            boolean unknown = word.indexOf(Text.UNRESOLVED) >= 0;
            if (word.equals("-m") || word.equals("--module")) {
                break;
            } else if (VALUED.contains(word)) {
                i++;
            } else if (word.startsWith("-")) {
                options.add(new JavaOption(words.get(i), spans.get(i), by, where));
            } else if (!word.startsWith("@") && !unknown) {
                break;
            }
        }
        return options;
    }

    /**
     * The options in a variable: parted at blanks, with quotes of both kinds that may begin in the middle of a word and
     * keep blanks (hotspot: Arguments::parse_options_buffer; seen on 17 and 25).
     */
    static List<JavaOption> ofVariable(String name, Text value, Span span) {
        List<JavaOption> options = new ArrayList<>();
        List<Text> current = new ArrayList<>();
        char quote = 0;
        int from = 0;
        String all = value.value();
        for (int i = 0; i <= all.length(); i++) {
            char c = i < all.length() ? all.charAt(i) : ' ';
            boolean end = i == all.length() || quote == 0 && Character.isWhitespace(c);
            boolean mark = quote == 0 ? c == '"' || c == '\'' : c == quote;
            if (!end && !mark) {
                continue;
            }
            if (from < i) {
                current.add(value.substring(from, i));
            }
            from = i + 1;
            quote = mark && quote == 0 ? c : 0;
            if (end && !current.isEmpty()) {
                options.add(new JavaOption(Text.join(current), span, By.ENVIRONMENT, Message.verbatim(name)));
                current.clear();
            }
        }
        return options;
    }
}
