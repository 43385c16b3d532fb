package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which characters of a file's lines hold values that no report may show. A file's name does not tell reliably what it
 * is, so every file is searched for everything.
 */
final class Secrets {
    private static final Pattern ENV_FILE = Pattern.compile("(.*\\.)?env(\\..*)?");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(?:export\\s+)?[\\w.-]+\\s*[=:]");
    private static final Pattern OUTPUT = Pattern.compile("\"?(?:\\$\\(|`).*");
    private static final Pattern COMMENT = Pattern.compile("\\s*(#.*)?");

    private final Map<SourceFile, List<BitSet>> files = new IdentityHashMap<>();

    /** The same for the first line of a stretch, of which in code the string that it covers may be shown. */
    BitSet in(Span span) {
        BitSet hidden = (BitSet) in(span.file(), span.startLine()).clone();
        if (ProgramSecrets.isCode(span.file().path()) && span.text().matches("\"[^\"]*\"")) {
            String line = span.file().line(span.startLine());
            hidden.clear(
                    line.offsetByCodePoints(0, span.startColumn() - 1),
                    line.offsetByCodePoints(0, span.endColumn() - 1));
        }
        return hidden;
    }

    /** A bit for every character (in UTF-16 units) of a line, counted from 1, that must not be shown. */
    BitSet in(SourceFile file, int line) {
        List<BitSet> lines = files.computeIfAbsent(file, Secrets::mark);
        return line <= lines.size() ? lines.get(line - 1) : new BitSet();
    }

    private static List<BitSet> mark(SourceFile file) {
        List<String> lines =
                IntStream.rangeClosed(1, file.lineCount()).mapToObj(file::line).toList();
        List<BitSet> hidden = Stream.generate(BitSet::new).limit(lines.size()).toList();
        YamlSecrets.mark(lines, hidden);
        DockerfileSecrets.mark(lines, hidden);
        ProgramSecrets.mark(file.path(), lines, hidden);
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        if (ENV_FILE.matcher(name).matches()) {
            markEnvFile(lines, hidden);
        } else if (!name.matches(".*\\.(ya?ml|json|xml)") && !ProgramSecrets.isCode(file.path())) {
            markAssignments(lines, hidden);
            FlagSecrets.mark(lines, hidden);
        }
        return hidden;
    }

    /** A line without a name goes on with a value. */
    private static void markEnvFile(List<String> lines, List<BitSet> hidden) {
        for (int i = 0; i < lines.size(); i++) {
            if (!COMMENT.matcher(lines.get(i)).matches()) {
                Matcher assignment = ASSIGNMENT.matcher(lines.get(i));
                hidden.get(i)
                        .set(
                                assignment.lookingAt() ? assignment.end() : 0,
                                lines.get(i).length());
            }
        }
    }

    /** A file of variables can have any name. What a command prints is not written there. */
    private static void markAssignments(List<String> lines, List<BitSet> hidden) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher assignment = ASSIGNMENT.matcher(lines.get(i));
            boolean value = assignment.lookingAt() && assignment.group().endsWith("=");
            if (value
                    && !OUTPUT.matcher(lines.get(i).substring(assignment.end())).matches()) {
                DockerfileSecrets.hide(lines.get(i), assignment.end(), hidden.get(i));
            }
        }
    }
}
