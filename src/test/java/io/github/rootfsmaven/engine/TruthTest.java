package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Needs no engine: what is claimed is what is tested. {@code -Drootfs.truth.update=true} writes the list anew. */
class TruthTest {
    private static final Pattern PROOF = Pattern.compile("`(Engine\\w*Test)\\.(\\w+)`");

    @Test
    void theListOfClaimsIsThatOfTheTests() throws Exception {
        if (Truth.isUpdated()) {
            Truth.write("claims", Truth.list());
        }
        assertThat(Truth.part("claims")).isEqualTo(Truth.list());
    }

    /** Runs with the engine wrote them, with either runc; claims may have been added since. */
    @Test
    void theFiguresAreThoseOfWholeRuns() throws Exception {
        if (Truth.isUpdated()) {
            return; // the run that is going on writes them at its end
        }
        int all = Truth.claims().size();
        assertThat(Truth.figures()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(row -> {
            assertThat(Integer.parseInt(row.get(1))).isLessThanOrEqualTo(all);
            assertThat(Integer.parseInt(row.get(2))).isGreaterThanOrEqualTo(500);
            assertThat(Integer.parseInt(row.get(3))).isGreaterThanOrEqualTo(20_000);
            assertThat(row.get(4)).isEqualTo("0");
        });
    }

    @TestFactory
    Stream<DynamicTest> everyPremiseNamesItsTest() throws Exception {
        Set<String> claims = Truth.claims().keySet();
        try (Stream<Path> pages = Files.list(Path.of("docs/rules"))) {
            return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream()
                    .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
                        String premise = Files.readString(page).replaceFirst("(?s).*\n## Premise\n", "");
                        Set<String> named = new TreeSet<>();
                        Matcher proof = PROOF.matcher(premise);
                        while (proof.find()) {
                            named.add(proof.group(1) + "." + proof.group(2));
                        }
                        assertThat(claims).as("the tests that the page names").containsAll(named);
                        assertThat(!named.isEmpty() || premise.contains("no run-time claim is made"))
                                .as("name the test as `EngineXTest.method`, or say that no run-time claim is made")
                                .isTrue();
                    }));
        }
    }
}
