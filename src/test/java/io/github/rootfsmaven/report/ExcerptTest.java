package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void caretsStandBelowTheStretch() {
        assertThat(excerpt("    - «/tmp»:size=1m")).isEqualTo("    - /tmp:size=1m\n      ^^^^");
    }

    @Test
    void anEmptyStretchHasOneCaret() {
        assertThat(excerpt("a: «»b")).isEqualTo("a: b\n   ^");
        assertThat(excerpt("a:«»")).isEqualTo("a:\n  ^");
        assertThat(excerpt("«»")).isEqualTo("\n^");
    }

    @Test
    void aStretchOfSeveralLinesIsMarkedToTheEndOfTheFirst() {
        assertThat(excerpt("  «- type: bind\n    source: x»")).isEqualTo("  - type: bind\n  ^^^^^^^^^^^^");
    }

    @Test
    void tabsAndWideCharactersKeepTheCaretsInPlace() {
        assertThat(excerpt("\ta: «b»")).isEqualTo("    a: b\n       ^");
        assertThat(excerpt("名前: «値»")).isEqualTo("名前: 値\n      ^^");
        assertThat(excerpt("🐳: «b»")).isEqualTo("🐳: b\n    ^");
    }

    @Test
    void whatCouldMoveTheCursorIsSpelledOut() {
        assertThat(excerpt("a: \u001b[31m«b»")).isEqualTo("a: \\u{1b}[31mb\n             ^");
        assertThat(excerpt("a: \u202eb«c»")).isEqualTo("a: \\u{202e}bc\n            ^");
    }

    @Test
    void aLongLineIsCutAroundTheStretch() {
        String excerpt = excerpt("a".repeat(300) + "«here»" + "b".repeat(300));
        String[] lines = excerpt.split("\n");
        assertThat(lines[0])
                .startsWith("…aaa")
                .contains("ahereb")
                .endsWith("bbb…")
                .hasSizeLessThan(100);
        assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf("here"));
        assertThat(lines[1].strip()).isEqualTo("^^^^");
    }

    @Test
    void theStartOfALongLineStaysIfItFits() {
        assertThat(excerpt("key: «" + "b".repeat(300) + "»")).startsWith("key: bbb");
    }

    @Test
    void aStretchInsideASecretIsMarkedAsAWhole() {
        assertThat(excerpt("environment: {A: «hunter2»}")).isEqualTo("environment: {…}\n              ^");
    }

    /** The excerpt for the stretch between « and ». */
    private static String excerpt(String marked) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        String text = marked.replace("«", "").replace("»", "");
        SourceFile file = SourceFile.of(Path.of("/repo/compose.yaml"), text);
        Excerpt excerpt = Excerpt.of(file.between(start, end), new Secrets());
        return excerpt.line() + "\n" + excerpt.carets();
    }
}
