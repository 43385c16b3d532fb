package io.github.rootfsmaven.report;

import com.samskivert.mustache.Mustache;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The report for people who were not there when the build ran: one page that needs neither network nor script. Every value
 * is escaped by the template, and a Content-Security-Policy (W3C CSP 3) lets a browser take nothing but the page's own
 * style.
 */
public final class HtmlReport implements FileReport {
    private static final String FILE = "rootfs.html";

    private final String version;
    private final PathNames paths;
    private final CommandLine commands;
    private final Language language;
    private final Severity failOn;
    private final Optional<FileEdits> fix;

    /**
     * A report in that language.
     *
     * @param version the plugin's
     * @param failOn the least severity that fails the build; {@code OFF} never does
     * @param fix what {@code harden} would write; empty if that cannot be said
     */
    public HtmlReport(
            String version,
            PathNames paths,
            CommandLine commands,
            Language language,
            Severity failOn,
            Optional<FileEdits> fix) {
        this.version = Objects.requireNonNull(version);
        this.paths = Objects.requireNonNull(paths);
        this.commands = Objects.requireNonNull(commands);
        this.language = Objects.requireNonNull(language);
        this.failOn = Objects.requireNonNull(failOn);
        this.fix = Objects.requireNonNull(fix);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String text(Report report) {
        HtmlPage page = HtmlPage.of(report, failOn, fix, new HtmlWords(language), paths, commands);
        String style = resource("rootfs.css");
        Frame frame = new Frame(
                language.word(), style, hash(style), Printable.text(version), new HtmlWords(language).labels(), page);
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(resource(name + ".html")))
                .compile(resource(FILE))
                .execute(frame);
    }

    /** What is the same for every project. */
    private record Frame(String lang, String css, String hash, String version, Map<String, String> w, HtmlPage page) {}

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " in the plugin's own jar", unreadable);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
