package io.github.rootfsmaven.check;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code rootfs: ignore[id, id] until=2027-01-31 reason} in a comment. Behind something it is about that line, on a line of
 * its own about the next one that is no comment; and where that line is a service's key, about the whole service.
 */
final class IgnoreComment {
    /** What a file must contain to be looked at closely. */
    private static final Pattern ANY = Pattern.compile("rootfs:\\s*ignore");

    private static final Pattern COMMENT = Pattern.compile(
            "(?:#+|!|<!--)\\s*rootfs:\\s*ignore\\b\\s*(?:\\[([^\\]]*)])?\\s*(?:until=(\\S*))?\\s*(.*)", Pattern.DOTALL);

    private IgnoreComment() {}

    /** The ignores of a file. */
    static List<Ignore> in(SourceFile file, boolean dockerfile) {
        if (!ANY.matcher(file.text()).find()) {
            return List.of();
        }
        List<Span> comments = FileComments.of(file, dockerfile);
        return comments.stream()
                .flatMap(comment -> read(comment, comments).stream())
                .toList();
    }

    private static Optional<Ignore> read(Span comment, List<Span> comments) {
        Matcher words = COMMENT.matcher(comment.text().replaceFirst("-->$", ""));
        if (!words.matches()) {
            return Optional.empty();
        }
        List<String> rules = words.group(1) == null
                ? List.of()
                : Arrays.stream(words.group(1).split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
        Optional<String> date = Optional.ofNullable(words.group(2));
        Optional<LocalDate> until = date.flatMap(IgnoreComment::date);
        Optional<Message> mistake = Optional.empty();
        if (rules.isEmpty()) {
            mistake =
                    Optional.of(Message.of("This names no rule; it is written '{0}'.", "rootfs: ignore[rule] reason"));
        } else if (date.isPresent() && until.isEmpty()) {
            mistake = Optional.of(Message.of("'{0}' is no date of the form {1}.", date.get(), "2027-01-31"));
        }
        // a further comment behind it is no part of the reason
        String reason = words.group(3).split("(^|\\s)#\\s", 2)[0].strip().replaceAll("\\s+", " ");
        int line = line(comment, comments);
        return Optional.of(new Ignore(
                Suppression.By.COMMENT,
                rules,
                finding -> covers(comment.file(), line, finding),
                reason,
                until,
                comment,
                mistake,
                false));
    }

    /** The date of an ignore. */
    static Optional<LocalDate> date(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The line that a comment is about. */
    private static int line(Span comment, List<Span> comments) {
        if (!isAlone(comment)) {
            return comment.startLine();
        }
        int line = comment.endLine() + 1;
        for (Span other : comments) {
            if (other.startLine() == line && isAlone(other)) {
                line = other.endLine() + 1;
            }
        }
        return line;
    }

    private static boolean isAlone(Span comment) {
        String line = comment.file().line(comment.startLine());
        return line.substring(0, line.offsetByCodePoints(0, comment.startColumn() - 1))
                .isBlank();
    }

    private static boolean covers(SourceFile file, int line, Finding finding) {
        return isOn(file, line, finding.span())
                || finding.container().stream()
                        .flatMap(IgnoreComment::keys)
                        .anyMatch(key ->
                                key.startLine() == line && key.file().path().equals(file.path()));
    }

    /** Where a container's key stands, in each of its files. */
    private static Stream<Span> keys(Container container) {
        return Stream.concat(container.name().map(Located::span).stream(), container.origins().blocks().stream());
    }

    private static boolean isOn(SourceFile file, int line, Span span) {
        boolean over = span.endLine() > span.startLine() && span.endColumn() == 1;
        int last = over ? span.endLine() - 1 : span.endLine();
        return span.file().path().equals(file.path()) && span.startLine() <= line && line <= last;
    }
}
