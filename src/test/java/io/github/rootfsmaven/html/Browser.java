package io.github.rootfsmaven.html;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, and its driver, as they are installed: nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String DRIVER = "chromedriver";

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(inPath(BROWSERS).orElseThrow(() -> new IllegalStateException("no Chromium in the PATH")));
        // root, as in a CI container, has no sandbox; such a container has a small /dev/shm, too
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        inPath(List.of(DRIVER)).orElseThrow(() -> new IllegalStateException("no " + DRIVER)))
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** What is not installed of what is needed. */
    static Optional<String> missing() {
        if (inPath(BROWSERS).isEmpty()) {
            return Optional.of("Chromium");
        }
        return inPath(List.of(DRIVER)).isEmpty() ? Optional.of(DRIVER) : Optional.empty();
    }

    private static Optional<File> inPath(List<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(directory -> new File(directory, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page on a screen of that width, for somebody who likes it dark or light. */
    void open(Path page, int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        driver.get(page.toUri().toString());
    }

    /** What the page had the browser complain about since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    Object ask(String script) {
        return driver.executeScript("return " + script);
    }

    /** The whole page as a picture. */
    void picture(Path file) throws IOException {
        long height = Math.min(12_000, (Long) ask("document.documentElement.scrollHeight"));
        long width = (Long) ask("innerWidth");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** The page on paper. */
    void print(Path file) throws IOException {
        Map<String, Object> pdf =
                driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27));
        Files.write(file, Base64.getDecoder().decode((String) pdf.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
