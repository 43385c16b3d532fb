package io.github.rootfsmaven.report;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.report.Picture.Place;
import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A picture of a filesystem drawn with letters: one line for each place, below it what will want to write there. */
final class FilesystemTree {
    private static final int WIDEST = 110;

    /** A longer path or detail moves what is behind it on its own line only. */
    private static final int WIDEST_COLUMN = 40;

    private static final String GAP = "  ";

    private final Style style;
    private final PathNames paths;
    private final Language language;
    private final String margin;

    FilesystemTree(Style style, PathNames paths, Language language, String margin) {
        this.style = style;
        this.paths = paths;
        this.language = language;
        this.margin = margin;
    }

    /** A place, the twigs before its line, and those before the lines below it. */
    private record Row(Place place, String twigs, String below, String path, String detail) {
        int width() {
            return Printable.width(twigs) + Printable.width(path);
        }
    }

    /** The lines of a picture. */
    List<String> lines(Picture picture) {
        List<Row> rows = new ArrayList<>();
        grow(picture.root(), "", "", rows);
        int path = widest(rows.stream().map(Row::width).toList());
        int word = widest(
                rows.stream().map(row -> Printable.width(word(row.place))).toList());
        int detail =
                widest(rows.stream().map(row -> Printable.width(row.detail)).toList());
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            String place = declared(row.place);
            String behind = place.isEmpty()
                    ? row.detail
                    : row.detail + blanks(detail - Printable.width(row.detail)) + style.paint(Ink.FAINT, place);
            lines.add(margin
                    + style.paint(Ink.FAINT, row.twigs)
                    + style.paint(Ink.STRONG, row.path)
                    + blanks(path - row.width())
                    + style.paint(ink(row.place), word(row.place))
                    + (behind.isEmpty() ? "" : blanks(word - Printable.width(word(row.place))) + behind));
            row.place.writes().forEach(write -> lines.addAll(write(row, write)));
        }
        return lines;
    }

    private void grow(Place place, String twigs, String below, List<Row> rows) {
        String inner = below + (place.inside().isEmpty() ? "   " : "│  ");
        rows.add(new Row(place, twigs, inner, Printable.text(place.shown()), detail(place)));
        for (int i = 0; i < place.inside().size(); i++) {
            boolean last = i == place.inside().size() - 1;
            grow(place.inside().get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), rows);
        }
    }

    private static int widest(List<Integer> widths) {
        return widths.stream()
                .filter(width -> width <= WIDEST_COLUMN)
                .max(Integer::compare)
                .orElse(0);
    }

    private static String blanks(int missing) {
        return " ".repeat(Math.max(0, missing)) + GAP;
    }

    private String word(Place place) {
        return place.state().word().in(language);
    }

    private String declared(Place place) {
        return place.mount()
                .flatMap(WritableMap.Entry::declared)
                .map(paths::lineOnConsole)
                .orElse("");
    }

    private String detail(Place place) {
        List<String> words = new ArrayList<>();
        place.mount().ifPresent(mount -> {
            boolean plain = mount.type() == MountType.VOLUME || mount.type() == MountType.TMPFS;
            words.add(
                    plain && mount.access() == Access.WRITABLE
                            ? ""
                            : Words.of(mount.type()).in(language));
            words.add(place.source());
            words.add(String.join(",", mount.options()));
        });
        place.holds().ifPresent(what -> words.add("(" + what.in(language) + ")"));
        return Printable.text(words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" ")));
    }

    /** {@code cache: why}, wrapped between words, with the place that tells it. */
    private List<String> write(Row row, Write write) {
        String where = write.path().shown().equals(row.place.shown())
                ? ""
                : write.path().shown() + ", ";
        String text = Printable.text(
                Words.of(write.kind()).in(language) + ": " + where + write.why().in(language));
        String place = paths.lineOnConsole(write.path().span());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = Math.max(WIDEST / 2, WIDEST - Printable.width(margin + row.below));
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && Printable.width(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append("  ").append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        Ink ink = ink(row.place);
        boolean alarm = ink == Ink.ERROR || ink == Ink.WARNING && row.place.state() != Picture.State.OPEN;
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String end = i == lines.size() - 1 ? GAP + style.paint(Ink.FAINT, place) : "";
            String said = alarm ? style.paint(ink, lines.get(i)) : lines.get(i);
            drawn.add(margin + style.paint(Ink.FAINT, row.below) + said + end);
        }
        return drawn;
    }

    private static Ink ink(Place place) {
        return switch (place.state()) {
            case LOCKED, TMPFS, VOLUME -> Ink.GOOD;
            case HOST, UNKNOWN, PERHAPS_NO_PLACE -> Ink.WARNING;
            case OPEN, REOPENED, NO_PLACE -> Ink.ERROR;
        };
    }
}
