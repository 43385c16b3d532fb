package io.github.rootfsmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Whatever is said to people is said in Japanese, too, and the catalogue has nothing else. */
class TranslationsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/rootfsmaven");
    private static final Path RESOURCES = Path.of("src/main/resources/io/github/rootfsmaven");
    private static final Set<String> WORDS = Set.of("detail", "says", "avoided-by");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void everyTemplateOfTheSourcesIsTranslated() throws Exception {
        Set<String> translated = catalogue("ja.po");
        Map<String, Path> templates = SourceTemplates.below(SOURCES);
        Map<String, Path> missing = new TreeMap<>(templates);
        missing.keySet().removeAll(translated);

        assertThat(missing)
                .as("missing in ja.po; to be added:\n%s", ready(missing))
                .isEmpty();
        Set<String> left = new TreeSet<>(translated);
        left.removeAll(templates.keySet());
        assertThat(left).as("left over in ja.po").isEmpty();
    }

    @Test
    void everyWordOfTheKnowledgeIsTranslated() throws Exception {
        Set<String> translated = new TreeSet<>(catalogue("ja-knowledge.po"));
        translated.addAll(catalogue("ja.po"));
        Map<String, Path> words = new TreeMap<>();
        for (String file : List.of("images", "packages", "programs", "libraries")) {
            Path path = RESOURCES.resolve("knowledge").resolve(file + ".yaml");
            words(new Yaml().load(Files.readString(path)), path.getFileName(), words);
        }
        Map<String, Path> missing = new TreeMap<>(words);
        missing.keySet().removeAll(translated);

        assertThat(missing)
                .as("missing in ja-knowledge.po; to be added:\n%s", ready(missing))
                .isEmpty();
        assertThat(catalogue("ja-knowledge.po"))
                .as("left over in ja-knowledge.po")
                .isSubsetOf(words.keySet());
    }

    @Test
    void aTranslationHasTheSameValues() {
        Catalogue catalogue = Catalogue.of("ja");

        assertThat(catalogue.messages())
                .allSatisfy(english -> assertThat(
                                places(catalogue.translation(english).orElseThrow()))
                        .as(english)
                        .isEqualTo(places(english)));
    }

    @Test
    void aSourceIsSearchedForItsTemplates() {
        String source = """
                // Message.of("in a comment")
                .says(a ? "one {0}." : "two.", "a value").fix("three "
                        + "four."); finding.related(span, "five", name)
                Message.of("six" + x); Message.joined(", ", all); char c = '"'; words.of("seven");
                """;

        assertThat(SourceTemplates.in(source))
                .containsExactlyInAnyOrder("one {0}.", "one {0}.", "two.", "three four.", "five", "{0}, {1}");
    }

    private static Set<String> catalogue(String name) throws Exception {
        return Catalogue.parse(name, Files.readString(RESOURCES.resolve("text").resolve(name)))
                .messages();
    }

    private static Set<String> places(String template) {
        return PLACE.matcher(template).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void words(Object node, Path file, Map<String, Path> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (WORDS.contains(key) && value instanceof String text) {
                    found.putIfAbsent(text, file);
                }
                words(value, file, found);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> words(item, file, found));
        }
    }

    /** In the form of the catalogue, so that only the translations have to be written. */
    private static String ready(Map<String, Path> missing) {
        Map<Path, List<String>> byFile = missing.keySet().stream()
                .collect(Collectors.groupingBy(missing::get, LinkedHashMap::new, Collectors.toList()));
        StringBuilder entries = new StringBuilder();
        byFile.forEach((file, templates) -> {
            entries.append("#. ")
                    .append(file.toString().replaceFirst("\\.java$", ""))
                    .append('\n');
            templates.forEach(template -> entries.append("msgid \"")
                    .append(template.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                    .append("\"\nmsgstr \"\"\n\n"));
        });
        return entries.toString();
    }
}
