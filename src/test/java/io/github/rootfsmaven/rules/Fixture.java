package io.github.rootfsmaven.rules;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppressions;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory with a Compose file and what belongs to it, whose comments say what is to be found in it: {@code # expect
 * <rule> <severity>}, or with {@code //}, or as a comment of XML, at the end of a line means that line, on a line of its
 * own the next one that is no comment.
 */
record Fixture(Path directory) {
    private static final Path ALL = Path.of("src/test/resources/rules");
    private static final Pattern EXPECTATION =
            Pattern.compile("(?:#|//|<!--) expect ([a-z-]+) (error|warning|note)(?: -->)?$");

    /** The day of every test. */
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    /** All fixtures, sorted: {@code <rule>/<situation>}. */
    static List<Fixture> all() throws Exception {
        try (Stream<Path> directories = Files.find(ALL, 2, (path, attributes) -> attributes.isDirectory())) {
            return directories
                    .filter(path -> ALL.relativize(path).getNameCount() == 2)
                    .sorted()
                    .map(Fixture::new)
                    .toList();
        }
    }

    String name() {
        return ALL.relativize(directory).toString().replace('\\', '/');
    }

    String rule() {
        return directory.getParent().getFileName().toString();
    }

    /** What the comments ask for, as {@code file:line rule severity}, sorted. */
    List<String> expected() throws Exception {
        List<String> expected = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                expected.addAll(expected(file));
            }
        }
        return expected.stream().sorted().toList();
    }

    private List<String> expected(Path file) throws Exception {
        List<String> expected = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher comment = EXPECTATION.matcher(line);
            String place = directory.relativize(file).toString().replace('\\', '/') + ":" + (i + 1) + " ";
            boolean found = comment.find();
            if (line.startsWith("#") || line.startsWith("//") || line.startsWith("<!--")) {
                if (found) {
                    waiting.add(comment.group(1) + " " + comment.group(2));
                }
                continue;
            }
            if (found) {
                waiting.add(comment.group(1) + " " + comment.group(2));
            }
            waiting.forEach(what -> expected.add(place + what));
            waiting.clear();
        }
        return expected;
    }

    /** What all rules find in a copy of the directory, which lies elsewhere so that its path says nothing. */
    List<Reported> found(Path temporary) throws Exception {
        Path copy = temporary.resolve(directory.getFileName().toString());
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(directory.relativize(file).toString()));
            }
        }
        return findings(copy);
    }

    /** What all rules find in a directory. */
    static List<Reported> findings(Path directory) throws Exception {
        List<Module> modules = PomModule.in(directory);
        ProjectSettings settings = ProjectSettings.in(directory).withModules(() -> modules);
        return new Check(Rules.all())
                .run(ProjectLoader.load(settings), Policy.standard(), Suppressions.comments(TODAY))
                .active();
    }

    /** The findings in the form of {@link #expected()}. */
    static List<String> shown(Path directory, List<Reported> findings) {
        return findings.stream()
                .map(reported -> directory
                                .relativize(reported.finding().span().file().path())
                                .toString()
                                .replace('\\', '/')
                        + ":" + reported.finding().span().startLine()
                        + " " + reported.finding().rule()
                        + " " + reported.severity().word())
                .sorted()
                .toList();
    }
}
