package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts keys into mappings and items into lists, in the way of those that are there. */
final class Additions {
    /** A comment above what follows stands behind lines that are added to what comes before. */
    private static final int ABOVE = 50;

    private final Outline outline;
    private final Layout layout;
    private final boolean comments;
    private final Set<String> above = new HashSet<>();

    Additions(Outline outline, boolean comments) {
        this.outline = outline;
        this.layout = outline.layout();
        this.comments = comments;
    }

    /** A piece of a flow collection, and why it is there. */
    record Piece(String text, String why) {}

    /** The lines of keys in a block mapping. */
    List<String> lines(List<Added> keys, int indent, int dashes) {
        List<String> lines = new ArrayList<>();
        String margin = " ".repeat(indent);
        for (Added added : keys) {
            String value = added.value().isEmpty() ? "" : " " + added.value();
            lines.add(margin + Quoting.of(added.key(), '"', false) + ":" + value + comment(added.why()));
            lines.addAll(items(added.items(), indent + dashes));
        }
        return lines;
    }

    /** The lines of items in a block sequence. */
    List<String> items(List<Added.Item> items, int indent) {
        return items.stream()
                .map(item -> " ".repeat(indent) + "- " + item.block() + comment(item.why()))
                .toList();
    }

    /** Keys as they stand between braces. */
    static List<Piece> pieces(List<Added> keys, boolean json) {
        List<Piece> pieces = new ArrayList<>();
        for (Added added : keys) {
            String key = json ? Quoting.quoted(added.key(), '"') : Quoting.of(added.key(), '"', true);
            StringBuilder why = new StringBuilder(added.why());
            StringBuilder items = new StringBuilder();
            for (Added.Item item : added.items()) {
                items.append(items.isEmpty() ? "" : ", ").append(item.flow());
                why.append(why.isEmpty() || item.why().isEmpty() ? "" : "; ").append(item.why());
            }
            String value = added.items().isEmpty() ? added.value() : "[" + items + "]";
            pieces.add(new Piece(key + ": " + (value.isEmpty() ? "{}" : value), why.toString()));
        }
        return pieces;
    }

    /** {@code # why} behind what a line holds. */
    String comment(String why) {
        String comment = comments ? Quoting.comment(why) : "";
        return comment.isEmpty() ? "" : "  " + comment;
    }

    /**
     * Adds to a flow collection: on the same line, or each on its own if what is before it has its own.
     *
     * @param before the value or pair behind which it goes; nothing in an empty collection
     */
    void flow(Edits.Plan plan, Written collection, int inside, Optional<Place> before, List<Piece> pieces, int rank)
            throws NotWritable {
        if (before.isEmpty()) {
            plan.insert(inside, joined(pieces), rank);
            pieces.forEach(piece -> above(plan, collection, piece.why()));
            return;
        }
        Place last = before.get();
        String rest = layout.rest(last.end()).strip();
        boolean comma = rest.startsWith(",");
        String behind = comma ? rest.substring(1).strip() : rest;
        if (!layout.isFirst(last.start()) || !(behind.isEmpty() || behind.startsWith("#"))) {
            plan.insert(last.end(), ", " + joined(pieces), rank);
            pieces.forEach(piece -> above(plan, collection, piece.why()));
            return;
        }
        if (!comma) {
            plan.insert(last.end(), ",", rank);
        }
        List<String> lines = new ArrayList<>();
        boolean json = outline.flow(collection).filter(this::isDocument).isPresent();
        for (Piece piece : pieces) {
            boolean closed = comma || piece != pieces.get(pieces.size() - 1);
            lines.add(" ".repeat(layout.column(last.start()))
                    + piece.text()
                    + (closed ? "," : "")
                    + (json ? "" : comment(piece.why())));
        }
        int at = layout.nextLine(last.end());
        plan.insert(at, lines(at, lines), rank);
    }

    /** Where something begins and ends. */
    record Place(int start, int end) {
        static Place of(Written.Pair pair) {
            return new Place(
                    pair.key().start(), Math.max(pair.key().end(), pair.value().end()));
        }

        static Place of(Written value) {
            return new Place(value.start(), value.end());
        }
    }

    private static String joined(List<Piece> pieces) {
        return String.join(", ", pieces.stream().map(Piece::text).toList());
    }

    /** The reason for a change within one line of a flow collection; a file of braces only, as JSON, has no comments. */
    void above(Edits.Plan plan, Written value, String why) {
        String comment = comments ? Quoting.comment(why) : "";
        Written outermost = outline.flow(value).orElse(value);
        if (comment.isEmpty() || isDocument(outermost)) {
            return;
        }
        int line = layout.lineStart(outermost.start());
        if (above.add(line + comment)) {
            String content = layout.rest(line);
            String margin = content.substring(
                    0, content.length() - content.stripLeading().length());
            plan.insert(line, margin + comment + layout.lineBreak(layout.nextLine(line)), ABOVE);
        }
    }

    private boolean isDocument(Written value) {
        return outline.parent(value).isEmpty();
    }

    /** Replaces what stands behind a key by nothing, so that lines below it can be its value. */
    void empty(Edits.Plan plan, Written.Pair pair) throws NotWritable {
        plan.replace(gap(pair), pair.value().end(), "");
    }

    /** The place behind a key's colon, if only blanks and breaks stand between it and the value. */
    int gap(Written.Pair pair) throws NotWritable {
        int colon = layout.text().indexOf(':', pair.key().end());
        if (colon < 0
                || colon >= pair.value().start()
                || !layout.text().substring(colon + 1, pair.value().start()).isBlank()) {
            throw new NotWritable(Message.of("there is more than blanks between the key and its value"));
        }
        return colon + 1;
    }

    /** The text that puts whole lines at the start of a line, or behind the last one. */
    String lines(int at, List<String> lines) throws NotWritable {
        if (outline.endsInOpenBlock() && at == layout.text().length()) {
            throw new NotWritable(
                    Message.of("the file ends within a block of text that a line end would change; add one first"));
        }
        return layout.lines(at, lines);
    }

    /** Inserts whole lines behind a value. */
    void insert(Edits.Plan plan, int end, int column, List<String> lines, int rank) throws NotWritable {
        int at = layout.behind(end, column);
        plan.insert(at, lines(at, lines), rank);
    }
}
