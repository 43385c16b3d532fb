package io.github.rootfsmaven.check;

import io.github.rootfsmaven.dockerfile.CommentLines;
import io.github.rootfsmaven.shell.ScriptComments;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The comments of a file, by what kind of file it is; none where it cannot be read as that. */
final class FileComments {
    private static final String CDATA = "<![CDATA[";

    private FileComments() {}

    /**
     * Each comment, in the file's order.
     *
     * @param dockerfile whether it is known as one, whatever it is called
     */
    static List<Span> of(SourceFile file, boolean dockerfile) {
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".yml") || name.endsWith(".yaml")) {
                return Comments.of(file);
            }
            if (dockerfile || name.contains("dockerfile") || name.contains("containerfile")) {
                return CommentLines.of(file);
            }
        } catch (InvalidInput broken) {
            return List.of();
        }
        if (name.endsWith(".xml")) {
            return xml(file);
        }
        boolean script = name.endsWith(".sh") || file.line(1).matches("#!.*\\b(?:ba|da|a|k|z)?sh\\b.*");
        return script ? ScriptComments.of(file) : lines(file);
    }

    /** Makefiles and properties, in which a comment is surely one only on a line of its own that continues no other. */
    private static List<Span> lines(SourceFile file) {
        return IntStream.rangeClosed(1, file.lineCount())
                .filter(number -> number == 1 || !file.line(number - 1).endsWith("\\"))
                .mapToObj(file::lineSpan)
                .filter(line -> line.text().startsWith("#") || line.text().startsWith("!"))
                .toList();
    }

    private static List<Span> xml(SourceFile file) {
        String text = file.text();
        List<Span> comments = new ArrayList<>();
        int at = text.indexOf('<');
        while (at >= 0) {
            boolean comment = text.startsWith("<!--", at);
            String close = comment ? "-->" : text.startsWith(CDATA, at) ? "]]>" : "<";
            int end = text.indexOf(close, at + 1);
            if (comment && end > 0) {
                comments.add(file.between(at, end + close.length()));
            }
            at = end < 0 ? -1 : text.indexOf('<', end);
        }
        return comments;
    }
}
