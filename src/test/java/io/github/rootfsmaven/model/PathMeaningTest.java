package io.github.rootfsmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names say. */
class PathMeaningTest {

    @ParameterizedTest
    @CsvSource({
        "/tmp, true",
        "/var/run/app, true",
        "/opt/app/logs, true",
        "/app/.pytest_cache, true",
        "/app, false",
        "/tmpfiles, false",
        "/var/lib/app, false"
    })
    void temporary(String path, boolean temporary) {
        assertThat(PathMeaning.isTemporary(path)).isEqualTo(temporary);
    }

    @ParameterizedTest
    @CsvSource({"/data, true", "/usr/share/app/data, true", "/data/shop, true", "/app, false", "/database-tools, false"
    })
    void data(String path, boolean data) {
        assertThat(PathMeaning.isData(path)).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({"/usr/src/app/node_modules, true", "/app/.venv, true", "/app, false"})
    void rebuilt(String path, boolean rebuilt) {
        assertThat(PathMeaning.isRebuilt(path)).isEqualTo(rebuilt);
    }
}
