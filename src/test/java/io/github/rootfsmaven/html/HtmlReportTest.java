package io.github.rootfsmaven.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.Catalogue;
import io.github.rootfsmaven.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said of the page without a browser. */
class HtmlReportTest {
    private static final Path MIXED = Pages.FIXTURES.resolve("mixed");
    private static final Path HOSTILE = Pages.FIXTURES.resolve("hostile");

    @TempDir
    Path directory;

    @Test
    void whatAFileSaysStaysText() throws Exception {
        String page = Pages.of(HOSTILE, directory);
        assertThat(page)
                .contains("&lt;script&gt;alert(4)&lt;/script&gt;</h2>")
                .contains("&lt;img src")
                .contains("alert(&quot;beside the diff&quot;)")
                .contains("{{page}}")
                .contains("\\u{202e}evil")
                .doesNotContain("<script", "<img", "<b>0", "<b>bold", "onload=alert(1)>", "\u202e");
        assertThat(Pages.suppressed(HOSTILE, Language.EN))
                .contains("&lt;b&gt;accepted&lt;/b&gt; until the vendor mends it\\u{1b}[2J")
                .doesNotContain("<script", "<b>accepted", "\u001b");
    }

    @Test
    void noValueOfAVariableIsShown() throws Exception {
        assertThat(Pages.of(HOSTILE, directory)).doesNotContain("hunter2");
        assertThat(Pages.of(MIXED, directory)).doesNotContain("hunter2");
    }

    /** Neither scripts nor anything from elsewhere; the style is the only thing that the policy lets through. */
    @Test
    void theBrowserIsToldToTakeNothingButTheStyle() throws Exception {
        String page = Pages.of(MIXED, directory);
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .contains("content=\"default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'; img-src data:; base-uri 'none'")
                .doesNotContain("<script", " style=", " onclick", "http:", "https:", "url(h", "@import");
        assertThat(style.find()).isFalse();
    }

    @Test
    void thePictureTellsEachState() throws Exception {
        String page = Pages.of(MIXED, directory);
        assertThat(page)
                .containsSubsequence("id=\"c1\"", "vessel s-open", "place s-volume", "/data")
                .containsSubsequence("id=\"c2\"", "vessel s-reopened", "place s-tmpfs", "/tmp")
                .containsSubsequence("id=\"c3\"", "vessel s-locked", "place s-host", "place s-no-place", "/run")
                .containsSubsequence("id=\"c4\"", "vessel s-unknown")
                .containsSubsequence("id=\"c5\"", "vessel s-locked", "place s-host", "/run/example.sock");
    }

    @Test
    void theFixIsThere() throws Exception {
        assertThat(Pages.of(MIXED, directory))
                .contains("<span class=\"new\">+    read_only: true", "<code>compose.yaml</code>");
    }

    @Test
    void whatFailsTheBuildIsLinked() throws Exception {
        String page = Pages.of(MIXED, directory);
        List<String> links = Pattern.compile("href=\"#([cf]\\d+)\"")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(links)
                .hasSize(5 + 2)
                .allSatisfy(link -> assertThat(page).contains(link.replace("href=\"#", "id=\"")));
    }

    @Test
    void sameInputSameBytes() throws Exception {
        assertThat(Pages.of(MIXED, directory.resolve("a"))).isEqualTo(Pages.of(MIXED, directory.resolve("b")));
    }

    @Test
    void nothingToCheckIsSaid() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(Pages.of(empty, directory))
                .contains("Nothing to check: no Compose file and no Dockerfile")
                .doesNotContain("class=\"container");
    }

    @Test
    void inJapanese() throws Exception {
        assertThat(Pages.in(Language.JA, MIXED))
                .contains("<html lang=\"ja\">")
                .contains(Catalogue.of("ja").translation("Self-audit").orElseThrow())
                .doesNotContain("Self-audit", "What it will want to write", "Every mount");
    }
}
