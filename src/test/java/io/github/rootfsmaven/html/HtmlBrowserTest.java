package io.github.rootfsmaven.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.github.rootfsmaven.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in a real browser: it complains about nothing, axe-core finds nothing that would shut somebody out, and a
 * telephone need not scroll sideways. The pictures lie in target/html-report.
 */
@OnBrowser
class HtmlBrowserTest {
    private static final Path PICTURES = Path.of("target", "html-report").toAbsolutePath();
    private static final int WIDE = 1280;
    private static final int PHONE = 380;

    private static Browser browser;

    @TempDir
    static Path directory;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(PICTURES);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "hostile"})
    void aProject(String name) throws Exception {
        everywhere(name, Pages.of(Pages.FIXTURES.resolve(name), directory));
    }

    @Test
    void everythingSuppressedInJapanese() throws Exception {
        everywhere("suppressed", Pages.suppressed(Pages.FIXTURES.resolve("mixed"), Language.JA));
    }

    @Test
    void nothing() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        everywhere("nothing", Pages.of(empty, directory));
    }

    @Test
    void sixtyContainers() throws Exception {
        Path project = Files.createDirectories(directory.resolve("sixty"));
        Path page = write("sixty", Pages.of(Pages.sixty(project), directory));
        browser.open(page, PHONE, false);
        assertQuietAndNarrow();
        assertThat(browser.ask("document.querySelectorAll('nav a').length")).isEqualTo(60L);
    }

    /** Who prints cannot unfold. */
    @Test
    void onPaperEverythingIsUnfolded() throws Exception {
        Path page = write("print", Pages.of(Pages.FIXTURES.resolve("mixed"), directory));
        browser.open(page, WIDE, false);
        String hidden = "[...document.querySelectorAll('details > *:not(summary)')]"
                + ".filter(e => !e.checkVisibility()).length";
        assertThat((Long) browser.ask(hidden)).isPositive();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(browser.ask(hidden)).isEqualTo(0L);
        browser.print(PICTURES.resolve("print.pdf"));
    }

    private static void everywhere(String name, String text) throws Exception {
        Path page = write(name, text);
        look(page, name + "-light", WIDE, false);
        look(page, name + "-dark", WIDE, true);
        look(page, name + "-phone", PHONE, false);
    }

    private static void look(Path page, String name, int width, boolean dark) throws Exception {
        browser.open(page, width, dark);
        // what is folded is read, too
        browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertQuietAndNarrow();
        assertNobodyIsShutOut();
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    private static void assertQuietAndNarrow() {
        assertThat((Long) browser.ask("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo((Long) browser.ask("document.documentElement.clientWidth"));
        assertThat((Long) browser.ask("performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    private static void assertNobodyIsShutOut() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        List<String> violations = new AxeBuilder()
                .withOptions(options).analyze(browser.driver()).getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(CheckedNode::getHtml)
                                        .collect(Collectors.joining(" | ")))
                        .toList();
        assertThat(violations).isEmpty();
    }

    private static Path write(String name, String text) throws Exception {
        return Files.writeString(PICTURES.resolve(name + ".html"), text);
    }
}
