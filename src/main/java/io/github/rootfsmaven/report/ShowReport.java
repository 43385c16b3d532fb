package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What each container can write, what it will want to write, and five questions to its owner. */
public final class ShowReport {
    private static final String MARGIN = "  ";

    private final Style style;
    private final PathNames paths;
    private final Language language;

    /** A report in that style, in English. */
    public ShowReport(Style style, PathNames paths) {
        this(style, paths, Language.EN);
    }

    /** A report in that style. */
    public ShowReport(Style style, PathNames paths, Language language) {
        this.language = Objects.requireNonNull(language);
        this.style = Objects.requireNonNull(style);
        this.paths = Objects.requireNonNull(paths);
    }

    /** The report's lines. */
    public List<String> lines(Report report) {
        if (report.isEmpty() && report.read().isEmpty()) {
            return List.of(say(ConsoleReport.NOTHING));
        }
        List<String> lines = new ArrayList<>();
        for (Judged judged : report.containers()) {
            lines.addAll(container(judged));
            lines.add("");
        }
        report.findings().stream()
                .filter(reported -> reported.finding().container().isEmpty())
                .forEach(reported -> lines.add(style.paint(
                        reported.severity(),
                        paths.onConsole(reported.finding().span()) + ": "
                                + Printable.text(say(reported.finding().message())))));
        String found = say(Counts.findings(report)).toLowerCase(java.util.Locale.ROOT);
        lines.add(say(Message.of("{0}, {1}", Counts.containers(report), found)));
        return lines;
    }

    private List<String> container(Judged judged) {
        List<String> lines = new ArrayList<>();
        Container container = judged.container();
        String name = container.name().map(Located::shown).orElse(say(Message.of("(no service)")));
        lines.add(style.paint(Ink.STRONG, Printable.text(name)) + "  "
                + style.paint(ink(judged.verdict()), say(Words.of(judged.verdict())))
                + "  " + style.paint(Ink.FAINT, paths.lineOnConsole(container.place())));
        lines.add("  " + Printable.text(image(container)));
        lines.add("");
        Picture picture = Picture.of(judged);
        lines.addAll(new FilesystemTree(style, paths, language, MARGIN).lines(picture));
        lines.addAll(engine(picture));
        if (container.writes().isEmpty()) {
            lines.add(style.paint(Ink.FAINT, MARGIN + say(Message.of("No write of it is known."))));
        }
        lines.add("");
        lines.add(MARGIN + say(Message.of("Self-audit")));
        lines.addAll(audit(new Audit(judged)));
        return lines;
    }

    private String image(Container container) {
        List<Message> words = new ArrayList<>();
        container.image().reference().ifPresent(reference -> words.add(Message.of("image {0}", reference.shown())));
        container.image().dockerfile().ifPresent(file -> {
            String dockerfile = paths.onConsole(file.path());
            words.add(container
                    .image()
                    .base()
                    .map(base -> Message.of("built from {0} on {1}", dockerfile, base))
                    .orElse(Message.of("built from {0}", dockerfile)));
        });
        words.add(container
                .process()
                .user()
                .map(user -> Message.of("user {0}", user.shown()))
                .orElse(Message.of("no user named, so root or the base image's")));
        return say(Message.joined("; ", words));
    }

    private List<String> engine(Picture picture) {
        List<String> lines = new ArrayList<>();
        for (Access access : Access.values()) {
            String engines = picture.engine().stream()
                    .filter(entry -> entry.access() == access)
                    .map(WritableMap.Entry::path)
                    .collect(Collectors.joining(" "));
            if (!engines.isEmpty()) {
                lines.add(style.paint(
                        Ink.FAINT, MARGIN + say(Message.of("by the engine, {0}: {1}", Words.of(access), engines))));
            }
        }
        return lines;
    }

    private List<String> audit(Audit audit) {
        List<String> lines = new ArrayList<>();
        for (Audit.Answer answer : audit.answers()) {
            String mark = switch (answer.mark()) {
                case YES -> style.paint(Ink.GOOD, "[x]");
                case NO -> style.paint(Ink.ERROR, "[ ]");
                case UNSURE -> style.paint(Ink.WARNING, "[?]");
            };
            String because = answer.because().isEmpty() ? "" : " " + say(answer.because());
            lines.add(MARGIN + mark + " " + say(answer.question()) + because);
        }
        if (audit.rootCanUseDev()) {
            lines.add(MARGIN + say(Audit.DEV));
        }
        return lines;
    }

    private String say(Message message) {
        return message.in(language);
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case OPEN, DEFEATED -> Ink.ERROR;
            case BREAKS, UNKNOWN -> Ink.WARNING;
            case HARDENED -> Ink.GOOD;
        };
    }
}
