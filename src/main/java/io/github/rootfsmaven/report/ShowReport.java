package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.report.Table.Cell;
import io.github.rootfsmaven.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What each container can write, what it will want to write, and five questions to its owner. */
public final class ShowReport {
    private static final String MARGIN = "    ";

    private final Style style;
    private final PathNames paths;

    /** A report in that style. */
    public ShowReport(Style style, PathNames paths) {
        this.style = Objects.requireNonNull(style);
        this.paths = Objects.requireNonNull(paths);
    }

    /** The report's lines. */
    public List<String> lines(Report report) {
        if (report.isEmpty() && report.read().isEmpty()) {
            return List.of(ConsoleReport.NOTHING);
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
                                + Printable.text(reported.finding().message().english()))));
        lines.add(Counts.containers(report) + ", " + Counts.findings(report).toLowerCase(java.util.Locale.ROOT));
        return lines;
    }

    private List<String> container(Judged judged) {
        List<String> lines = new ArrayList<>();
        Container container = judged.container();
        String name = container.name().map(Located::shown).orElse("(no service)");
        lines.add(style.paint(Ink.STRONG, Printable.text(name)) + "  "
                + style.paint(ink(judged.verdict()), judged.verdict().word())
                + "  " + style.paint(Ink.FAINT, paths.lineOnConsole(container.place())));
        lines.add("  " + Printable.text(image(container)));
        lines.add("  Where root can write");
        lines.addAll(map(judged.map()));
        lines.add("  What it will want to write");
        lines.addAll(writes(judged));
        lines.add("  Self-audit");
        lines.addAll(audit(new Audit(judged)));
        return lines;
    }

    private String image(Container container) {
        List<String> words = new ArrayList<>();
        container.image().reference().ifPresent(reference -> words.add("image " + reference.shown()));
        container.image().dockerfile().ifPresent(file -> {
            String base = container.image().base().map(from -> " on " + from).orElse("");
            words.add("built from " + paths.onConsole(file.path()) + base);
        });
        words.add(container
                .process()
                .user()
                .map(user -> "user " + user.shown())
                .orElse("no user named, so root or the base image's"));
        return String.join("; ", words);
    }

    private List<String> map(WritableMap map) {
        Table table = new Table(MARGIN);
        for (WritableMap.Entry entry : map.entries()) {
            if (entry.type() != MountType.ENGINE) {
                table.row(
                        Cell.of(Printable.text(entry.shown())),
                        access(entry.access()),
                        Cell.of(entry.type().word()),
                        Cell.of(Printable.text(String.join(",", entry.options()))),
                        new Cell(entry.declared().map(paths::lineOnConsole).orElse(""), Ink.FAINT));
            }
        }
        List<String> lines = new ArrayList<>(table.lines(style));
        for (Access access : Access.values()) {
            String engines = map.entries().stream()
                    .filter(entry -> entry.type() == MountType.ENGINE && entry.access() == access)
                    .map(WritableMap.Entry::path)
                    .collect(Collectors.joining(" "));
            if (!engines.isEmpty()) {
                lines.add(style.paint(Ink.FAINT, MARGIN + "by the engine, " + access.word() + ": " + engines));
            }
        }
        return lines;
    }

    private List<String> writes(Judged judged) {
        if (judged.container().writes().isEmpty()) {
            return List.of(MARGIN + "nothing is known");
        }
        Table table = new Table(MARGIN);
        for (Write write : judged.container().writes()) {
            WritableMap.Entry place = judged.map().entryFor(write.path().value());
            table.row(
                    Cell.of(Printable.text(write.path().shown())),
                    Cell.of(write.kind().word()),
                    place(place),
                    new Cell(paths.lineOnConsole(write.path().span()), Ink.FAINT),
                    Cell.of(Printable.text(write.why())));
        }
        return table.lines(style);
    }

    private static Cell place(WritableMap.Entry place) {
        return switch (place.access()) {
            case WRITABLE -> new Cell("on " + place.type().word(), Ink.GOOD);
            case READ_ONLY -> new Cell("NO PLACE", Ink.ERROR);
            case UNKNOWN -> new Cell("unknown", Ink.WARNING);
        };
    }

    private List<String> audit(Audit audit) {
        List<String> lines = new ArrayList<>();
        for (Audit.Answer answer : audit.answers()) {
            String mark = switch (answer.mark()) {
                case YES -> style.paint(Ink.GOOD, "[x]");
                case NO -> style.paint(Ink.ERROR, "[ ]");
                case UNSURE -> style.paint(Ink.WARNING, "[?]");
            };
            String because = answer.because().isEmpty() ? "" : " " + answer.because();
            lines.add(MARGIN + mark + " " + answer.question() + because);
        }
        if (audit.rootCanUseDev()) {
            lines.add(MARGIN + "hint: root can write and run programs in /dev; a non-root USER closes that");
        }
        return lines;
    }

    private static Cell access(Access access) {
        return new Cell(
                access.word(),
                switch (access) {
                    case WRITABLE -> Ink.WARNING;
                    case READ_ONLY -> Ink.GOOD;
                    case UNKNOWN -> Ink.NOTE;
                });
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case OPEN, DEFEATED -> Ink.ERROR;
            case BREAKS, UNKNOWN -> Ink.WARNING;
            case HARDENED -> Ink.GOOD;
        };
    }
}
