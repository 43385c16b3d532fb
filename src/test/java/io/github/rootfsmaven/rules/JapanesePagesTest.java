package io.github.rootfsmaven.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every page has its Japanese twin, which says the same of the same examples. */
class JapanesePagesTest {
    private static final Path ENGLISH = Path.of("docs/rules");
    private static final Path JAPANESE = ENGLISH.resolve("ja");
    private static final Pattern PROVEN = Pattern.compile("Engine\\w+Test\\.\\w+");
    private static final Pattern KANA = Pattern.compile("[\\u3040-\\u30ff]");

    @Test
    void everyPageHasItsTwin() throws Exception {
        assertThat(names(JAPANESE)).isEqualTo(names(ENGLISH));
    }

    @TestFactory
    Stream<DynamicTest> theTwinSaysTheSame() {
        return Rules.all().stream()
                .map(Rule::id)
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    RulePage english = RulePage.of(id).orElseThrow();
                    RulePage twin = RulePage.of(id, Language.JA)
                            .orElseThrow(() -> new AssertionError("docs/rules/ja/" + id + ".md is missing"));
                    assertThat(twin.id()).as(id).isEqualTo(id);
                    assertThat(twin.title()).as(id).endsWith("。").containsPattern(KANA);
                    assertThat(twin.facts()).as(id).isEqualTo(english.facts());
                    assertThat(List.copyOf(twin.sections().keySet()))
                            .as(id)
                            .isEqualTo(List.copyOf(english.sections().keySet()));
                    assertThat(twin.examples("Bad"))
                            .as(id)
                            .isEqualTo(english.examples("Bad"))
                            .isNotEmpty();
                    assertThat(twin.examples("Good"))
                            .as(id)
                            .isEqualTo(english.examples("Good"))
                            .isNotEmpty();
                    assertThat(twin.sections().get("Why")).as(id).containsPattern(KANA);
                    assertThat(proven(twin)).as(id).isEqualTo(proven(english));
                }));
    }

    private static Set<String> proven(RulePage page) {
        Set<String> tests = new TreeSet<>();
        PROVEN.matcher(page.sections().get("Premise")).results().forEach(test -> tests.add(test.group()));
        return tests;
    }

    private static Set<String> names(Path directory) throws Exception {
        try (Stream<Path> pages = Files.list(directory)) {
            return new TreeSet<>(pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .toList());
        }
    }
}
