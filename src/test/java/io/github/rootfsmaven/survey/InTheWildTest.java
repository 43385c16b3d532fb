package io.github.rootfsmaven.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.compose.TestDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/in-the-wild.md are what the plugin says today of the real Compose files below the directory that
 * {@code -Drootfs.corpus} names; {@code -Dgolden.update=true} writes them anew.
 */
class InTheWildTest {
    private static final Path PAGE = Path.of("docs", "in-the-wild.md");

    @Test
    void theTablesAreWhatIsFoundToday() throws Exception {
        Optional<Path> corpus = TestDirectory.named("rootfs.corpus");
        Assumptions.assumeTrue(corpus.isPresent());
        Map<String, String> tables =
                SurveyTables.of(Survey.of(corpus.orElseThrow().resolve("files")));
        if (Boolean.getBoolean("golden.update")) {
            String page = Files.readString(PAGE);
            for (Map.Entry<String, String> table : tables.entrySet()) {
                page = start(page, table.getKey()) + table.getValue() + end(page, table.getKey());
            }
            Files.writeString(PAGE, page);
        }
        String page = Files.readString(PAGE);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            String name = table.getKey();
            String written = page.substring(
                    start(page, name).length(), page.length() - end(page, name).length());
            assertThat(written).as(name).isEqualTo(table.getValue());
        }
    }

    /** The page up to a part, its marker included. */
    private static String start(String page, String name) {
        return page.substring(0, place(page, "<!-- " + name + " -->\n") + ("<!-- " + name + " -->\n").length());
    }

    /** The page from the end of a part. */
    private static String end(String page, String name) {
        return page.substring(place(page, "<!-- /" + name + " -->"));
    }

    private static int place(String page, String marker) {
        int at = page.indexOf(marker);
        assertThat(at).as(PAGE + " has no " + marker.strip()).isNotNegative();
        return at;
    }
}
