package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads how the values of a file are written, for those who change them there. */
public final class WrittenReader {
    private final String text;
    private final CodePoints points;
    private final ParserImpl parser;

    private WrittenReader(String text) {
        this.text = text;
        this.points = new CodePoints(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    /**
     * The documents of a file.
     *
     * @throws InvalidInput where {@link YamlReader} would not read the file
     */
    public static List<Written> read(SourceFile file) throws InvalidInput {
        YamlReader.read(file);
        return new WrittenReader(file.text()).documents();
    }

    private List<Written> documents() {
        List<Written> documents = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            if (parser.getEvent().is(Event.ID.DocumentStart)) {
                documents.add(node());
            }
        }
        return documents;
    }

    private Written node() {
        NodeEvent event = (NodeEvent) parser.getEvent();
        int start = index(event.getStartMark());
        int end = index(event.getEndMark());
        if (event instanceof AliasEvent alias) {
            return new Written.Alias(start, end, alias.getAnchor());
        }
        if (event instanceof ScalarEvent scalar) {
            return single(scalar, start, end);
        }
        return event instanceof SequenceStartEvent sequence
                ? items(sequence, start, end)
                : pairs((MappingStartEvent) event, start, end);
    }

    private Written single(ScalarEvent event, int start, int end) {
        boolean plain = event.getTag() == null && event.getImplicit().canOmitTagInPlainScalar();
        Written.Style style = style(event.getScalarStyle());
        int last = end;
        if (style == Written.Style.BLOCK) {
            // its mark stands before the next token, behind blank lines that only "keep" makes part of it
            int header = Math.max(text.indexOf('|', start), text.indexOf('>', start));
            String indicator = text.substring(header, Math.min(text.length(), lineEnd(header)));
            while (indicator.split("#")[0].indexOf('+') < 0 && last > start && text.charAt(last - 1) <= ' ') {
                last--;
            }
        }
        return new Written.Single(
                start,
                last,
                properties(event, event.getTag()),
                event.getValue(),
                plain ? ScalarType.of(event.getValue()) : ScalarType.STRING,
                style);
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static Written.Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> Written.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Written.Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> Written.Style.BLOCK;
            default -> Written.Style.PLAIN;
        };
    }

    private Written items(SequenceStartEvent event, int start, int end) {
        List<Written> items = new ArrayList<>();
        int last = end;
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Written item = node();
            items.add(item);
            last = item.end();
        }
        Event close = parser.getEvent();
        boolean flow = event.getFlowStyle() == FlowStyle.FLOW;
        // a sequence without an indentation of its own is marked behind its first dash
        int inside = !flow && end > start && text.charAt(end - 1) == '-' && (end == text.length() || isBlank(end))
                ? end - 1
                : end;
        return new Written.Items(
                start, flow ? index(close.getEndMark()) : last, properties(event, event.getTag()), flow, inside, items);
    }

    private boolean isBlank(int at) {
        return text.charAt(at) <= ' ';
    }

    private Written pairs(MappingStartEvent event, int start, int end) {
        List<Written.Pair> pairs = new ArrayList<>();
        int last = end;
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Written key = node();
            Written value = node();
            pairs.add(new Written.Pair(key, value));
            last = Math.max(key.end(), value.end());
        }
        Event close = parser.getEvent();
        boolean flow = event.getFlowStyle() == FlowStyle.FLOW;
        return new Written.Pairs(
                start, flow ? index(close.getEndMark()) : last, properties(event, event.getTag()), flow, end, pairs);
    }

    private static Written.Properties properties(NodeEvent event, String tag) {
        return new Written.Properties(Optional.ofNullable(event.getAnchor()), Optional.ofNullable(tag));
    }

    private int index(Mark mark) {
        return points.index(mark.getIndex());
    }
}
