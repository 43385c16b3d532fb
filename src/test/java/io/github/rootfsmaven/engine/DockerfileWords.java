package io.github.rootfsmaven.engine;

import java.util.List;
import java.util.Random;

/** Words of Dockerfiles: plain, quoted, escaped, with variables and their modifiers. */
final class DockerfileWords {
    private static final int DEEPEST = 2;

    private final Random random;
    private final List<String> names;
    private String escape = "\\";

    DockerfileWords(Random random, List<String> names) {
        this.random = random;
        this.names = names;
    }

    void escapeWith(String character) {
        escape = character;
    }

    /** A word without anything that means something. */
    String plain() {
        return pick("a", "b.c", "/d/e", "x*y", "", "1", "aXbXc", "/d//e/", "..", "a=b", "ünï", "-", "p:q", "a/b/a/b");
    }

    /** A word of an instruction. */
    String word() {
        StringBuilder word = new StringBuilder(piece(0));
        while (chance(40)) {
            word.append(piece(0));
        }
        return word.toString();
    }

    /** A word that is no empty path, whatever its variables are. */
    String path() {
        return pick("/", "", "./", "../", "/a/../", "/", "d")
                + pick("p", "q/", "q//r", "p/.", "p")
                + (chance(50) ? word() : "");
    }

    /** Several words. */
    String line() {
        StringBuilder line = new StringBuilder(pick("run", "exec", "a"));
        while (chance(60)) {
            line.append(pick(" ", " ", "  ", "\t")).append(word());
        }
        return line.toString();
    }

    private String piece(int depth) {
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> plain();
            case 4 -> "$" + name();
            case 5, 6 -> "${" + name() + "}";
            case 7 -> "'" + pick("s q", "$A", escape, "\"", "") + "'";
            case 8 -> "\"" + pick("d q", "$A", "${B}", escape + "\"", escape + "$A", escape + "x", "'", "") + "\"";
            case 9 -> escape + pick("$A", "\"", "'", "x", escape, " y");
            case 10 ->
                pick("$", "$1", "$@", "$$", "{", "}", "[", "#", "~", "<", "%", "|", "&&", "`\\".replace(escape, ""));
            default -> modified(depth);
        };
    }

    private String modified(int depth) {
        String alternative = depth < DEEPEST && chance(50) ? piece(depth + 1) : plain();
        return "${" + name()
                + switch (random.nextInt(11)) {
                    case 0, 1 -> ":-" + alternative;
                    case 2 -> "-" + alternative;
                    case 3 -> ":+" + alternative;
                    case 4 -> "+" + alternative;
                    case 5 -> pick("#", "##") + pattern();
                    case 6, 7 -> pick("%", "%%") + pattern();
                    case 8 -> "/" + pattern() + "/" + pick("r", "", "r s", "\\/", "$B");
                    case 9 -> "//" + pattern() + "/" + pick("r", "", "-", "\\}");
                    default -> pick(":?told", "?told", "?");
                }
                + "}";
    }

    private String pattern() {
        return pick("*", "?", "a", "X*", "*X", "*\\/", "\\/*", "\\*", "\\?", "b?", "a*b", ".", "$B", "\\\\");
    }

    private String name() {
        return names.get(random.nextInt(names.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
