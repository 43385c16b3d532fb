package io.github.rootfsmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    @ParameterizedTest
    @CsvSource({"/a/b/,/a/b", "//a//b,/a/b", "/a/./b/../c,/a/c", "/..,/", "/,/", "a/../..,..", "'',.", "run/,run"})
    void cleansAsGo(String path, String clean) {
        assertThat(Paths.clean(path)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({"/var/run,/run", "/var/run/app/,/run/app", "/var/lock/x,/run/lock/x", "/var/running,/var/running"})
    void followsKnownLinks(String path, String canonical) {
        assertThat(Paths.canonical(path)).isEqualTo(canonical);
    }

    @Test
    void comparesPartByPart() {
        assertThat(Paths.isWithin("/var/lib", "/var")).isTrue();
        assertThat(Paths.isWithin("/variant", "/var")).isFalse();
        assertThat(Paths.isWithin("/var", "/")).isTrue();
        assertThat(Paths.isBelow("/var", "/var")).isFalse();
        assertThat(Paths.isBelow("/", "/")).isFalse();
    }

    @Test
    void takesPathsApart() {
        assertThat(Paths.name("/a/b")).isEqualTo("b");
        assertThat(Paths.name("/")).isEmpty();
        assertThat(Paths.parent("/a")).isEqualTo("/");
        assertThat(Paths.parent("/a/b")).isEqualTo("/a");
        assertThat(Paths.resolve("/app", "dist/x.js")).isEqualTo("/app/dist/x.js");
        assertThat(Paths.resolve("/app", "/x")).isEqualTo("/x");
    }
}
