package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the documents of a YAML file. Anchors live on through the documents of one file, as in the reference; a value
 * behind several aliases is read once and shared. How large the tree would be without sharing is counted, so that a
 * few hundred bytes cannot describe a million values.
 */
public final class YamlReader {
    /** The reference stops at as many values in a document ({@code defaultMaxNodeVisits} in loader/reset.go). */
    private static final long MAX_NODES = 100_000;

    /** In all documents of a file together, for there may be millions of small ones. */
    private static final int MAX_NODES_OF_FILE = 3 * (int) MAX_NODES;

    /** Deeper than any file a person writes, and shallow enough for every thread's stack. */
    private static final int MAX_DEPTH = 500;

    private static final String CORE = "tag:yaml.org,2002:";

    private final SourceFile file;
    private final CodePoints points;
    private final ParserImpl parser;
    private final Map<String, Counted> anchors = new HashMap<>();
    private int depth;
    private int nodes;
    private int nodesBefore;

    /** A value and how many values it holds, itself included, aliases counted each time. */
    private record Counted(Node node, long size) {}

    /** Stands for an anchor whose value is still being read: an alias to it would contain itself. */
    private static final Counted OPEN = null;

    private YamlReader(SourceFile file) {
        this.file = file;
        this.points = new CodePoints(file.text());
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(file.text()), options);
    }

    /**
     * The documents of a file; none for a file without any.
     *
     * @throws InvalidInput where the file is not YAML, or not YAML that the reference accepts
     */
    public static List<Node> read(SourceFile file) throws InvalidInput {
        try {
            return new YamlReader(file).documents();
        } catch (MarkedYAMLException broken) {
            throw new InvalidInput(place(file, broken.getProblemMark()), sentence(broken));
        } catch (ReaderException special) {
            throw new InvalidInput(
                    file.at(new CodePoints(file.text()).index(special.getPosition())),
                    Message.of(
                            "YAML does not allow the character U+{0} here", "%04X".formatted(special.getCodePoint())));
        } catch (YAMLException broken) {
            throw new InvalidInput(file.start(), Message.verbatim(String.valueOf(broken.getMessage())));
        }
    }

    private static Span place(SourceFile file, Mark mark) {
        return mark == null ? file.start() : file.at(new CodePoints(file.text()).index(mark.getIndex()));
    }

    private static Message sentence(MarkedYAMLException broken) {
        String context = broken.getContext() == null ? "" : broken.getContext() + ": ";
        return Message.of(
                "not valid YAML: {0}",
                (context + broken.getProblem()).replaceAll("\\s+", " ").strip());
    }

    private List<Node> documents() throws InvalidInput {
        List<Node> documents = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            Event event = parser.getEvent();
            if (event.is(Event.ID.DocumentStart)) {
                nodesBefore = nodes;
                Counted document = node();
                documents.add(document.node());
            }
        }
        return documents;
    }

    private Counted node() throws InvalidInput {
        if (++depth > MAX_DEPTH) {
            throw new InvalidInput(
                    place(parser.peekEvent()), Message.of("nested more than {0} levels deep", MAX_DEPTH));
        }
        NodeEvent event = (NodeEvent) parser.getEvent();
        // Before they fill the memory; what aliases add is only known behind them.
        if (++nodes > MAX_NODES_OF_FILE) {
            throw new InvalidInput(place(event), Message.of("more than {0} values in one file", MAX_NODES_OF_FILE));
        }
        if (nodes - nodesBefore > MAX_NODES) {
            throw tooMany(event);
        }
        Counted read = event instanceof AliasEvent alias ? alias(alias) : anchored(event);
        if (read.size() > MAX_NODES) {
            throw tooMany(event);
        }
        depth--;
        return read;
    }

    private InvalidInput tooMany(Event event) {
        return new InvalidInput(
                place(event), Message.of("more than {0} values in one document, aliases counted each time", MAX_NODES));
    }

    private Counted alias(AliasEvent alias) throws InvalidInput {
        String name = alias.getAnchor();
        if (!anchors.containsKey(name)) {
            throw new InvalidInput(place(alias), Message.of("there is no anchor '{0}' before this alias", name));
        }
        Counted anchored = anchors.get(name);
        if (anchored == OPEN) {
            throw new InvalidInput(place(alias), Message.of("anchor '{0}' contains itself", name));
        }
        return anchored;
    }

    private Counted anchored(NodeEvent event) throws InvalidInput {
        String anchor = event.getAnchor();
        if (anchor != null) {
            anchors.put(anchor, OPEN);
        }
        Counted read;
        if (event instanceof ScalarEvent scalar) {
            read = new Counted(scalar(scalar), 1);
        } else if (event instanceof SequenceStartEvent sequence) {
            read = sequence(sequence);
        } else {
            read = mapping((MappingStartEvent) event);
        }
        if (anchor != null) {
            anchors.put(anchor, read);
        }
        return read;
    }

    private Scalar scalar(ScalarEvent event) throws InvalidInput {
        String value = event.getValue();
        String tag = event.getTag();
        Span place = span(event);
        Text text = Text.literal(value);
        if (tag == null || tag.equals("!")) {
            boolean plain = tag == null && event.getImplicit().canOmitTagInPlainScalar();
            return new Scalar(text, plain ? ScalarType.of(value) : ScalarType.STRING, Optional.empty(), place);
        }
        if (!tag.startsWith(CORE)) {
            return new Scalar(text, ScalarType.STRING, Optional.of(tag), place);
        }
        return new Scalar(text, tagged(tag.substring(CORE.length()), value, place), Optional.empty(), place);
    }

    private static ScalarType tagged(String name, String value, Span place) throws InvalidInput {
        ScalarType found = ScalarType.of(value);
        ScalarType wanted = switch (name) {
            case "null" -> ScalarType.NULL;
            case "bool" -> ScalarType.BOOL;
            case "int" -> ScalarType.INT;
            case "float" -> ScalarType.FLOAT;
            case "timestamp" -> ScalarType.TIMESTAMP;
            default -> ScalarType.STRING;
        };
        boolean fits = wanted == ScalarType.STRING
                || wanted == found
                || (wanted == ScalarType.FLOAT && found == ScalarType.INT);
        if (!fits) {
            throw new InvalidInput(place, Message.of("'{0}' is no !!{1}", value, name));
        }
        return wanted;
    }

    private Counted sequence(SequenceStartEvent start) throws InvalidInput {
        List<Node> items = new ArrayList<>();
        long size = 1;
        Span last = null;
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Span before = place(parser.peekEvent());
            Counted item = node();
            items.add(item.node());
            size += item.size();
            last = behind(before, item.node());
        }
        Span place = collection(start, start.getFlowStyle(), parser.getEvent(), last);
        return new Counted(new Sequence(items, ownTag(start.getTag()), place), size);
    }

    private Counted mapping(MappingStartEvent start) throws InvalidInput {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        List<Node> merges = new ArrayList<>();
        long size = 1;
        Span last = null;
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Span keyPlace = place(parser.peekEvent());
            Counted key = node();
            if (!(key.node() instanceof Scalar name)) {
                throw new InvalidInput(
                        keyPlace,
                        Message.of(
                                "a key must be a single value, not a {0}",
                                key.node().typeName()));
            }
            Span before = place(parser.peekEvent());
            Counted value = node();
            size += key.size() + value.size();
            last = behind(before, value.node());
            if (name.value().equals("<<")
                    && name.isString()
                    && name.span().text().equals("<<")) {
                if (!merges.isEmpty()) {
                    throw new InvalidInput(
                            name.span(), Message.of("mapping key \"<<\" already defined in this mapping"));
                }
                merges.add(value.node());
                continue;
            }
            Mapping.Entry earlier = entries.putIfAbsent(name.value(), new Mapping.Entry(name, value.node()));
            if (earlier != null) {
                throw new InvalidInput(
                        name.span(),
                        Message.of(
                                "mapping key \"{0}\" already defined at line {1}",
                                name.value(), earlier.key().span().startLine()));
            }
        }
        Span place = collection(start, start.getFlowStyle(), parser.getEvent(), last);
        Map<String, Mapping.Entry> covered = new HashMap<>();
        for (Node merge : merges) {
            merge(entries, covered, merge, place);
        }
        Mapping read = Mapping.of(entries.values(), ownTag(start.getTag()), place);
        return new Counted(covered.isEmpty() ? read : read.covering(covered), size);
    }

    /** Explicit keys win wherever they stand; of several merged mappings the first wins. */
    private static void merge(
            Map<String, Mapping.Entry> entries, Map<String, Mapping.Entry> covered, Node merged, Span place)
            throws InvalidInput {
        List<Node> sources = merged instanceof Sequence list ? list.items() : List.of(merged);
        for (Node source : sources) {
            if (!(source instanceof Mapping mapping)) {
                throw new InvalidInput(place, Message.of("map merge requires map or sequence of maps as the value"));
            }
            for (Mapping.Entry entry : mapping.entries()) {
                Mapping.Entry own = entries.putIfAbsent(entry.name(), entry);
                if (own != null && own.value().tag().isPresent()) {
                    covered.putIfAbsent(entry.name(), entry);
                }
            }
        }
    }

    private static Optional<String> ownTag(String tag) {
        return Optional.ofNullable(tag).filter(name -> !name.startsWith(CORE) && !name.equals("!"));
    }

    /** Where the value of an entry ends here: at an alias that is the alias, not the anchor's value. */
    private static Span behind(Span before, Node value) {
        return value.span().file() == before.file() && value.span().compareTo(before) >= 0 ? value.span() : before;
    }

    /** A block collection's end mark stands at the next token, so its span ends with its last value instead. */
    private Span collection(NodeEvent start, FlowStyle style, Event end, Span last) {
        if (style == FlowStyle.FLOW || last == null) {
            return file.between(
                    points.index(start.getStartMark().getIndex()),
                    points.index(end.getEndMark().getIndex()));
        }
        int from = points.index(start.getStartMark().getIndex());
        return file.at(from).to(last);
    }

    private Span span(Event event) {
        return file.between(
                points.index(event.getStartMark().getIndex()),
                points.index(event.getEndMark().getIndex()));
    }

    private Span place(Event event) {
        return file.at(points.index(event.getStartMark().getIndex()));
    }
}
