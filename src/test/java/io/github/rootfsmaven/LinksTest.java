package io.github.rootfsmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A link from one page of the repository to another leads to something, and so does its anchor. */
class LinksTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");
    private static final Pattern CODE = Pattern.compile("(?ms)^( *)(```+|~~~+).*?^\\1\\2|`[^`\\n]+`");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)(?: +#+)?$");

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(100);
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(
                        ROOT.relativize(page).toString(),
                        () -> assertThat(broken(page)).isEmpty()));
    }

    /** Who looks for a page finds it from the index, without knowing its name. */
    @Test
    void theIndexNamesEveryPage() throws IOException {
        Set<Path> linked = new HashSet<>();
        Path index = ROOT.resolve("docs/README.md");
        for (String link : links(index)) {
            linked.add(index.resolveSibling(link.replaceFirst("#.*", "")).normalize());
        }
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            assertThat(pages.filter(page -> page.toString().endsWith(".md") && !page.equals(index)))
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(linked).contains(page));
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        List<Path> directories = new ArrayList<>(List.of(ROOT));
        while (!directories.isEmpty()) {
            try (Stream<Path> entries = Files.list(directories.remove(directories.size() - 1))) {
                for (Path entry : entries.sorted().toList()) {
                    String name = entry.getFileName().toString();
                    if (Files.isDirectory(entry) && !NOT_OURS.contains(name)) {
                        directories.add(entry);
                    } else if (name.endsWith(".md")) {
                        pages.add(entry);
                    }
                }
            }
        }
        return pages;
    }

    private static List<String> broken(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : links(page)) {
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            if (!target.startsWith(ROOT) || !Files.exists(target)) {
                broken.add(link + " leads to nothing");
            } else if (parts.length > 1 && !anchors(target).contains(parts[1])) {
                broken.add(link + " has no such heading");
            }
        }
        return broken;
    }

    /** The links of a page to files; what stands in code is none. */
    private static List<String> links(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        for (MatchResult link : LINK.matcher(withoutCode(page)).results().toList()) {
            String target = link.group(1) != null ? link.group(1) : link.group(2);
            if (!ELSEWHERE.matcher(target).matches()) {
                links.add(target);
            }
        }
        return links;
    }

    /** The anchors that GitHub makes of headings (github/markup: the toc filter): small letters, no punctuation. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        String text = Files.readString(page).replaceAll("(?ms)^( *)```.*?^\\1```", "");
        for (MatchResult heading : HEADING.matcher(text).results().toList()) {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                    .replace(' ', '-');
            String unique = anchor;
            for (int again = 1; !anchors.add(unique); again++) {
                unique = anchor + "-" + again;
            }
        }
        return anchors;
    }

    private static String withoutCode(Path page) throws IOException {
        return CODE.matcher(Files.readString(page)).replaceAll("");
    }
}
