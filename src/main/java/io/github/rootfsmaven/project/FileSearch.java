package io.github.rootfsmaven.project;

import io.github.rootfsmaven.compose.ComposeFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.codehaus.plexus.util.DirectoryScanner;
import org.codehaus.plexus.util.MatchPatterns;

/** Finds files below a directory by Ant-style patterns, without what builds and tests leave there. */
final class FileSearch {
    /** What builds and tests leave there, and what is called after a file that it is not: templates, pages, ignores. */
    private static final List<String> LEFT_OUT = List.of(
            "**/target/**",
            "**/node_modules/**",
            "**/src/test/**",
            "**/src/it/**",
            "**/*.dockerignore",
            "**/*.template",
            "**/*.tmpl",
            "**/*.tpl",
            "**/*.j2",
            "**/*.jinja",
            "**/*.jinja2",
            "**/*.erb",
            "**/*.md");

    /** Deeper than any project; each level takes an open directory. */
    private static final int DEEPEST = 100;

    private final Path directory;
    private final List<String> excludes;

    FileSearch(Path directory, List<Path> nestedModules) {
        this.directory = directory;
        this.excludes = new ArrayList<>(LEFT_OUT);
        nestedModules.stream()
                .filter(module -> module.startsWith(directory) && !module.equals(directory))
                .map(module -> slashed(directory.relativize(module)) + "/**")
                .forEach(excludes::add);
    }

    /** The regular files that match, sorted, without what builds and tests leave there. */
    List<Path> matching(List<String> includes) {
        return matching(includes, excludes);
    }

    /** The regular files that match, sorted; only what the user excludes and version control's own is left out. */
    List<Path> matching(List<String> includes, List<String> excluded) {
        if (includes.isEmpty() || !Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try {
            // a link that is the directory itself is the user's own
            Path real = directory.toRealPath();
            Files.walkFileTree(real, Set.of(), DEEPEST, new Search(real, new Patterns(includes, excluded), found::add));
            return found.stream()
                    .map(file -> directory.resolve(real.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Follows no link, opens nothing but directories, and goes on where it may not look. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Patterns patterns;
        private final Consumer<Path> found;

        Search(Path start, Patterns patterns, Consumer<Path> found) {
            this.start = start;
            this.patterns = patterns;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
            boolean enters = place.equals(start) || patterns.mayHold(name(place));
            return enters ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && patterns.match(name(file))) {
                found.accept(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path place, IOException broken) {
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return start.relativize(path).toString();
        }
    }

    /**
     * The meaning that {@link DirectoryScanner} gives patterns. It does not search itself: it would look into every
     * directory that is left out, and stumble over names that the locale's encoding does not have.
     */
    private static final class Patterns extends DirectoryScanner {
        private final MatchPatterns leftOut;

        Patterns(List<String> included, List<String> excluded) {
            setIncludes(included.toArray(String[]::new));
            setExcludes(excluded.toArray(String[]::new));
            addDefaultExcludes();
            setupMatchPatterns();
            leftOut = MatchPatterns.from(Arrays.stream(excludes)
                    .filter(pattern -> pattern.endsWith(File.separator + "**"))
                    .toArray(String[]::new));
        }

        boolean match(String file) {
            return isIncluded(file) && !isExcluded(file);
        }

        /** Whether anything below a directory can match: not if it is left out as a whole. */
        boolean mayHold(String place) {
            return couldHoldIncluded(place) && !leftOut.matches(place, isCaseSensitive);
        }
    }

    /** The files that are called like a Compose file. */
    List<Path> composeFiles() {
        return matching(List.of("**/*.yml", "**/*.yaml")).stream()
                .filter(ComposeFiles::looksLikeOne)
                .toList();
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
