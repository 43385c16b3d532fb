package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.shell.ScriptText;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the recipes of a Makefile, each line of which is a script of its own (GNU make manual, "Recipe Syntax" and
 * "Splitting Recipe Lines"), and the variables that the file sets.
 */
final class Makefile {
    private static final Pattern NAMED = Pattern.compile("(?i)(?:GNU)?Makefile(?:\\..*)?|.*\\.(?:mk|mak)");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "\\s*(?:(?:export|override|private|unexport)\\s+(?=[\\w.-]))*+(?<name>[\\w.-]+)\\s*(?<kind>\\?|\\+|!|:{1,3})?=(?<value>.*)",
            Pattern.DOTALL);
    /** For one target only. */
    private static final Pattern FOR_TARGET = Pattern.compile(
            "[^=:#]+::?\\s*(?:(?:export|override|private)\\s+(?=[\\w.-]))*+(?<name>[\\w.-]+)\\s*[?+!:]*=.*",
            Pattern.DOTALL);

    private static final Pattern CONDITIONAL = Pattern.compile("\\s*(?:ifeq|ifneq|ifdef|ifndef)\\b.*", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("\\s*endif\\b.*", Pattern.DOTALL);
    private static final Pattern DEFINE =
            Pattern.compile("\\s*(?:override\\s+)?define\\b\\s*(?<name>[\\w.-]*).*", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)#.*", Pattern.DOTALL);

    private final SourceFile file;
    private final MakeVariables variables = new MakeVariables();
    private final List<int[]> recipes = new ArrayList<>();
    private int conditions;
    private boolean defining;
    private boolean anyRule;

    private Makefile(SourceFile file) {
        this.file = file;
    }

    /** Whether a file is a Makefile, by its name. */
    static boolean isOne(Path path) {
        return NAMED.matcher(path.getFileName().toString()).matches();
    }

    /** The lines of all recipes as the shell gets them. */
    static List<ScriptText> recipes(SourceFile file) {
        Makefile makefile = new Makefile(file);
        makefile.read();
        return makefile.recipes.stream()
                .map(recipe -> new MakeRecipe(file, makefile.variables).script(recipe[0], recipe[1]))
                .toList();
    }

    private void read() {
        String text = file.text();
        int from = 0;
        while (from < text.length()) {
            int to = end(text, from);
            if (!line(from, to, text.substring(from, to))) {
                return;
            }
            from = to + 1;
        }
    }

    /** Behind a backslash a line goes on. */
    private static int end(String text, int from) {
        int end = text.indexOf('\n', from);
        while (end >= 0 && isContinued(text, end)) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    private static boolean isContinued(String text, int end) {
        int at = end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
        int backslashes = 0;
        while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** Whether reading goes on: where recipes have another prefix than a tab, none is found. */
    private boolean line(int from, int to, String line) {
        if (defining) {
            defining = !line.strip().startsWith("endef");
        } else if (line.startsWith("\t") && anyRule) {
            recipes.add(new int[] {from + 1, to});
        } else if (DEFINE.matcher(line).matches()) {
            Matcher define = DEFINE.matcher(line);
            defining = define.matches();
            variables.unknown(define.group("name"));
        } else if (CONDITIONAL.matcher(line).matches()) {
            conditions++;
        } else if (END.matcher(line).matches()) {
            conditions = Math.max(0, conditions - 1);
        } else {
            return assignmentOrRule(COMMENT.matcher(line).replaceFirst(""));
        }
        return true;
    }

    private boolean assignmentOrRule(String line) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        Matcher forTarget = FOR_TARGET.matcher(line);
        if (assignment.matches()) {
            String name = assignment.group("name");
            String kind = assignment.group("kind") == null ? "" : assignment.group("kind");
            String value = assignment
                    .group("value")
                    .replaceAll("\\s*\\\\\\r?\\n\\s*", " ")
                    .strip();
            boolean plain = !kind.equals("+") && !kind.equals("!") && conditions == 0;
            if (plain) {
                variables.set(name, value, kind.equals("?"));
            } else {
                variables.unknown(name);
            }
            return !name.equals(".RECIPEPREFIX");
        } else if (forTarget.matches()) {
            variables.unknown(forTarget.group("name"));
        } else {
            anyRule |= line.indexOf(':') >= 0;
        }
        return true;
    }
}
