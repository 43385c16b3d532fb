package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Where things stand in the POMs of a build. A POM that comes from a repository is nobody's to change, and has no place. */
final class PomPlaces {
    private final Path root;
    private final Map<Path, Optional<SourceFile>> files = new HashMap<>();

    /** @param root the directory that the build's own POMs lie in or below */
    PomPlaces(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The first character of a project's POM. */
    Optional<Span> start(MavenProject project) {
        return Optional.ofNullable(project.getFile())
                .flatMap(file -> read(file.toPath().toAbsolutePath().normalize()))
                .map(SourceFile::start);
    }

    /**
     * The artifactId of a dependency. Maven 3 tells where it stands; Maven 4 does not tell plugins the file, so there it is
     * the only one of that name in the project's own POM. Else it is the start of that POM.
     */
    Optional<Span> of(Dependency dependency, MavenProject project) {
        return Stream.of("artifactId", "")
                .map(dependency::getLocation)
                .filter(location -> location != null && location.getLineNumber() > 0)
                .findFirst()
                .flatMap(location -> file(location).map(file -> span(file, location, dependency.getArtifactId())))
                .or(() -> start(project).map(start -> only(dependency.getArtifactId(), start)));
    }

    private static Span only(String artifactId, Span start) {
        Matcher name = Pattern.compile("<artifactId>\\s*(" + Pattern.quote(artifactId) + ")\\s*</artifactId>")
                .matcher(start.file().text());
        if (!name.find()) {
            return start;
        }
        Span place = start.file().between(name.start(1), name.end(1));
        return name.find() ? start : place;
    }

    /** The {@code <ignore>} of those rules in a project's own POM; empty if another POM brings it. */
    Optional<Span> ignore(String rules, MavenProject project) {
        return start(project).map(Span::file).flatMap(pom -> {
            Matcher rule = Pattern.compile("<rule>([^<]*)</rule>").matcher(pom.text());
            while (rule.find()) {
                if (rule.group(1).strip().replaceAll("\\s+", " ").equals(rules)) {
                    return Optional.of(pom.between(rule.start(1), rule.end(1)));
                }
            }
            return Optional.empty();
        });
    }

    /** The line of a plugin, as far as Maven tells where it stands. */
    Optional<Span> of(Plugin plugin) {
        InputLocation location = plugin.getLocation("artifactId");
        return location == null || location.getLineNumber() <= 0
                ? Optional.empty()
                : file(location).map(file -> span(file, location, plugin.getArtifactId()));
    }

    /**
     * The text of an element of a plugin's configuration. Where it stands there with other letters, Maven has replaced
     * something in it, and it is shown as it was written.
     *
     * @param parent where to point if Maven does not tell where it stands
     */
    Located<String> text(Xpp3Dom element, String value, Span parent) {
        if (!(element.getInputLocation() instanceof InputLocation location) || location.getLineNumber() <= 0) {
            return Located.literal(value, parent);
        }
        Optional<SourceFile> file = file(location);
        if (file.isEmpty()) {
            return Located.literal(value, parent);
        }
        int number = Math.min(location.getLineNumber(), file.get().lineCount());
        String line = file.get().line(number);
        Matcher written = Pattern.compile("<" + Pattern.quote(element.getName()) + "(?:\\s[^>]*)?>\\s*([^<]*?)\\s*<")
                .matcher(line);
        // several elements of one name may stand on the line
        while (written.find()) {
            boolean same = written.group(1).equals(value);
            if (same || written.group(1).contains("${")) {
                Span span = new Span(
                        file.get(),
                        number,
                        line.codePointCount(0, written.start(1)) + 1,
                        number,
                        line.codePointCount(0, written.end(1)) + 1);
                return same
                        ? Located.literal(value, span)
                        : new Located<>(value, written.group(1), span, Located.Origin.INTERPOLATED);
            }
        }
        return Located.literal(value, file.get().lineSpan(number));
    }

    private Optional<SourceFile> file(InputLocation location) {
        if (location.getSource() == null || location.getSource().getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path file =
                    Path.of(location.getSource().getLocation()).toAbsolutePath().normalize();
            return file.startsWith(root) ? read(file) : Optional.empty();
        } catch (InvalidPathException elsewhere) {
            return Optional.empty();
        }
    }

    private Optional<SourceFile> read(Path file) {
        return files.computeIfAbsent(file, path -> {
            try {
                return Optional.of(SourceFile.read(path));
            } catch (IOException | InvalidInput unreadable) {
                return Optional.empty();
            }
        });
    }

    /**
     * The name on its line, else the whole line. Columns of Maven 3 are those behind the tag and those of Maven 4 are
     * others, so only the line counts.
     */
    private static Span span(SourceFile file, InputLocation location, String name) {
        int line = Math.min(location.getLineNumber(), file.lineCount());
        Span whole = file.lineSpan(line);
        int start = file.line(line).indexOf(">" + name + "<");
        if (start < 0) {
            return whole;
        }
        int column = file.line(line).codePointCount(0, start + 1) + 1;
        return new Span(file, line, column, line, column + name.codePointCount(0, name.length()));
    }
}
