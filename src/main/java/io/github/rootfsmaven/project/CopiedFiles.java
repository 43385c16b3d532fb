package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of which a build made copies below its build directory: what is wrong there is to be changed in them. They
 * are looked for where Maven's resources are, then by their name in {@code src}. A line of a copy is the source's line
 * with the same text, in which anything may stand for {@code ${…}} and {@code @…@}, the delimiters that
 * maven-resources-plugin replaces. Where none or several are like it, the copy's own place stays.
 */
public final class CopiedFiles implements UnaryOperator<Span> {
    private static final Pattern FILTERED = Pattern.compile("\\$\\{[^{}]+}|@[^@\\s]+@");

    /** Deeper than any project; each level takes an open directory. */
    private static final int DEEPEST = 100;

    private final List<Module> modules;
    private final Map<Path, List<SourceFile>> sources = new HashMap<>();

    /** @param modules those whose build directories may hold copies */
    public CopiedFiles(List<Module> modules) {
        this.modules = List.copyOf(modules);
    }

    @Override
    public Span apply(Span copy) {
        return sources.computeIfAbsent(copy.file().path().toAbsolutePath().normalize(), this::sources).stream()
                .flatMap(source -> place(copy, source).stream())
                .findFirst()
                .orElse(copy);
    }

    private List<SourceFile> sources(Path copy) {
        return modules.stream()
                .filter(module -> copy.startsWith(module.target()))
                .max(Comparator.comparingInt(module -> module.target().getNameCount()))
                .map(module -> sources(copy, module))
                .orElse(List.of());
    }

    private static List<SourceFile> sources(Path copy, Module module) {
        List<Path> candidates = new ArrayList<>();
        if (copy.startsWith(module.classes())) {
            Path name = module.classes().relativize(copy);
            module.resources().forEach(directory -> candidates.add(directory.resolve(name)));
        }
        Path sources = module.directory().resolve("src");
        if (Files.isDirectory(sources)) {
            try (Stream<Path> files = Files.walk(sources, DEEPEST)) {
                files.filter(file -> file.getFileName().equals(copy.getFileName()))
                        .sorted()
                        .forEach(candidates::add);
            } catch (IOException | UncheckedIOException unreadable) {
                // a directory that nobody may look into holds no source of ours
            }
        }
        return candidates.stream()
                .distinct()
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .flatMap(file -> read(file).stream())
                .toList();
    }

    private static Optional<SourceFile> read(Path file) {
        try {
            return Optional.of(SourceFile.read(file));
        } catch (IOException | InvalidInput unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Span> place(Span copy, SourceFile source) {
        return line(copy.file().line(copy.startLine()), copy.startLine(), source)
                .map(line -> span(copy, source, line));
    }

    private static Optional<Integer> line(String text, int number, SourceFile source) {
        if (number <= source.lineCount() && isLike(source.line(number), text)) {
            return Optional.of(number);
        }
        List<Integer> like = IntStream.rangeClosed(1, source.lineCount())
                .filter(line -> isLike(source.line(line), text))
                .boxed()
                .toList();
        return like.size() == 1 ? Optional.of(like.get(0)) : Optional.empty();
    }

    private static boolean isLike(String source, String copy) {
        if (source.equals(copy)) {
            return true;
        }
        List<String> written = List.of(FILTERED.split(source, -1));
        // a line of which nothing is left may have become any line
        return written.size() > 1 && !String.join("", written).isBlank() && holdsInOrder(written, copy);
    }

    /** Whether a line begins with the first part, ends with the last, and has the others between: each where it comes first. */
    private static boolean holdsInOrder(List<String> parts, String line) {
        String last = parts.get(parts.size() - 1);
        int end = line.length() - last.length();
        if (!line.startsWith(parts.get(0)) || !line.endsWith(last)) {
            return false;
        }
        int at = parts.get(0).length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = line.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return at <= end;
    }

    /** Columns mean the same only where no line has changed. */
    private static Span span(Span copy, SourceFile source, int line) {
        int lines = copy.endLine() - copy.startLine();
        boolean same = IntStream.rangeClosed(0, lines)
                .allMatch(i -> source.line(line + i).equals(copy.file().line(copy.startLine() + i)));
        return same
                ? new Span(source, line, copy.startColumn(), line + lines, copy.endColumn())
                : source.lineSpan(line);
    }
}
