package io.github.rootfsmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says in tables is what the code says. */
class ReadmeTest {

    @Test
    void namesEveryRuleWithItsTitleAndNoOther() throws IOException {
        List<String> rows = readme().lines()
                .filter(line -> line.contains("](docs/rules/"))
                .filter(line -> line.startsWith("|"))
                .toList();
        List<String> expected = Rules.all().stream()
                .map(Rule::id)
                .sorted()
                .map(id -> RulePage.of(id).orElseThrow())
                .map(page -> "| [%1$s](docs/rules/%1$s.md) | %2$s | %3$s |"
                        .formatted(page.id(), page.facts().get("Severity"), page.title()))
                .toList();
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @Test
    void namesEveryParameter() throws IOException {
        List<String> parameters = Files.readString(Path.of("src/it/help/expected-help.txt"))
                .lines()
                .filter(line -> line.startsWith("      User property: rootfs."))
                .map(line -> line.substring(line.indexOf('.') + 1))
                .distinct()
                .toList();
        String readme = readme();
        assertThat(parameters)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    @Test
    void namesEveryVerdict() throws IOException {
        String readme = readme();
        assertThat(Arrays.stream(Verdict.values()).map(Verdict::word))
                .allSatisfy(word -> assertThat(readme).contains("| `" + word + "` |"));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
