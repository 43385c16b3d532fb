package io.github.rootfsmaven.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables count, told from four services of two repositories. */
class SurveyTest {
    @TempDir
    Path files;

    @Test
    void countsServicesAndTheirRepositories() throws Exception {
        write("one+shop", "compose.yaml", """
                services:
                  web:
                    image: nginx:1.27
                  again:
                    image: nginx:1.26
                """);
        write("two+blog", "docker/compose.yaml", """
                services:
                  web:
                    image: docker.io/library/nginx
                    read_only: true
                    tmpfs: ["/tmp:size=16m", "/run:size=1m", "/var/cache/nginx:size=16m"]
                  other:
                    image: example/never-seen:1
                """);
        write("two+blog", "prometheus.yml", "scrape_configs: []\n");
        write("two+blog", "compose.override.yaml", "services: {web: {environment: {A: b}}}\n");

        write(
                "three+broken",
                "compose.yaml",
                "services: {web: {image: nginx, volumes: ['data:data']}}\nvolumes: {data: }\n");

        Map<String, String> tables = SurveyTables.of(Survey.of(files));

        assertThat(tables.get("sample"))
                .contains(
                        "| repositories with a file that counts | 2 |",
                        "| YAML files | 5 |",
                        "| Compose files that are whole by themselves | 2 |",
                        "| services | 4 |");
        assertThat(tables.get("adoption"))
                .contains("| … and one on `/tmp` | 1 | 25.0 % | 1 | 50.0 % |")
                .contains("| a tmpfs without `read_only: true` | 0 | 0.0 % | 0 | 0.0 % |");
        assertThat(tables.get("readers")).contains("| two/blog | 2 | 1 | 1 |").doesNotContain("one/shop");
        assertThat(tables.get("verdicts")).contains("| `open` | 3 | 75.0 % | 2 | 100.0 % |");
        assertThat(tables.get("alone"))
                .contains("| would be refused a write, certain or likely | 2 | 50.0 % | 1 | 50.0 % |")
                .contains("| nothing is known of what it runs | 1 | 25.0 % | 1 | 50.0 % |");
        assertThat(tables.get("images"))
                .as("what only one repository has is left out")
                .endsWith("|---|---|---|---|---|\n| `nginx` | 3 | 75.0 % | 2 | 100.0 % |\n");
        assertThat(tables.get("harden"))
                .contains("| no question | 3 | 75.0 % | 2 | 100.0 % |")
                .contains("| only what its image writes | 1 | 25.0 % | 1 | 50.0 % |");
        assertThat(tables.get("changes")).contains("| nothing | 1 | 25.0 % | 1 | 50.0 % |");
    }

    private void write(String repository, String name, String text) throws IOException {
        Path file = files.resolve(repository).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
