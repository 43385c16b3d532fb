package io.github.rootfsmaven.project;

import io.github.rootfsmaven.compose.ComposeFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.DirectoryScanner;

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
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(directory.toFile());
        scanner.setIncludes(includes.toArray(String[]::new));
        scanner.setExcludes(excluded.toArray(String[]::new));
        scanner.addDefaultExcludes();
        scanner.setFollowSymlinks(false);
        scanner.scan();
        return Arrays.stream(scanner.getIncludedFiles())
                .map(directory::resolve)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .sorted()
                .toList();
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
