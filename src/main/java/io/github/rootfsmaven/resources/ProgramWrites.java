package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.resources.ConstantPaths.Use;
import io.github.rootfsmaven.resources.Found.What;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The constant paths that a module's compiled classes write. Whether the code ever runs, nobody knows. */
final class ProgramWrites {
    private static final int MOST_CLASSES = 20_000;
    private static final long LARGEST = 1024 * 1024;
    private static final long MOST_BYTES = 64 * LARGEST;
    private static final int DEEPEST = 40;

    private static final List<String> SOURCES =
            List.of("src/main/java", "src/main/kotlin", "src/main/groovy", "src/main/scala");

    private final Module module;
    private final Span place;

    ProgramWrites(Module module, Span place) {
        this.module = module;
        this.place = place;
    }

    void add(Found found) {
        long bytes = 0;
        for (Path file : classes()) {
            try {
                long size = Files.size(file);
                bytes += size;
                if (bytes > MOST_BYTES) {
                    return;
                }
                if (size <= LARGEST) {
                    ClassFile read = ClassFile.read(Files.readAllBytes(file), FileCalls::mayWrite);
                    ConstantPaths.of(read).forEach(use -> add(read, use, found));
                }
            } catch (IOException broken) {
                // it is no class, or a newer one than we know: it says nothing
                continue;
            }
        }
    }

    private List<Path> classes() {
        try (Stream<Path> files = Files.find(
                module.classes(),
                DEEPEST,
                (file, attributes) ->
                        attributes.isRegularFile() && file.toString().endsWith(".class"))) {
            return files.sorted().limit(MOST_CLASSES).toList();
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
    }

    private void add(ClassFile file, Use use, Found found) {
        boolean plain = !use.path().isBlank()
                && use.path().chars().noneMatch(c -> c < ' ' || "*?<>|%\"".indexOf(c) >= 0)
                && !use.path().matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
        if (plain) {
            String type =
                    file.name().substring(file.name().lastIndexOf('/') + 1).replaceFirst("\\$.*", "");
            found.add(
                    new What(
                            By.CODE,
                            use.path().endsWith(".log") ? Kind.LOG : Kind.FILE,
                            true,
                            false,
                            Message.of("{0} writes it with {1}", type, use.call()),
                            Optional.empty()),
                    Text.literal(use.path()),
                    span(file, use));
        }
    }

    /** The constant in the source; without the source the module's POM. */
    private Span span(ClassFile file, Use use) {
        int slash = file.name().lastIndexOf('/');
        String directory = slash < 0 ? "" : file.name().substring(0, slash + 1);
        Optional<SourceFile> source = file.source()
                .flatMap(name -> SOURCES.stream()
                        .map(root -> ModuleFiles.read(module.directory().resolve(root), directory + name))
                        .flatMap(Optional::stream)
                        .findFirst());
        return source.flatMap(text ->
                        use.line().filter(line -> line <= text.lineCount()).map(line -> span(text, line, use.path())))
                .or(() -> ModuleFiles.read(module.directory(), "pom.xml").map(SourceFile::start))
                .orElse(place);
    }

    private static Span span(SourceFile text, int line, String path) {
        String characters = text.line(line);
        int literal = characters.indexOf('"' + path + '"');
        if (literal < 0) {
            return text.lineSpan(line);
        }
        int column = characters.codePointCount(0, literal) + 1;
        return new Span(text, line, column, line, column + 2 + path.codePointCount(0, path.length()));
    }
}
