package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file with its place.
 *
 * @param name its name without prefix
 * @param attributes values by name, with their places
 * @param text its own characters, stripped
 * @param span where the text stands, or the start tag if there is none
 * @param children the elements in it
 */
record Xml(String name, Map<String, Setting> attributes, String text, Span span, List<Xml> children) {
    private static final int DEEPEST = 100;
    private static final int MOST = 20_000;

    /** An element that is still open. */
    private static final class Open {
        private final String name;
        private final Map<String, Setting> attributes;
        private final Span tag;
        private final int end;
        private final StringBuilder text = new StringBuilder();
        private final List<Xml> children = new ArrayList<>();

        private Open(String name, Map<String, Setting> attributes, Span tag, int end) {
            this.name = name;
            this.attributes = attributes;
            this.tag = tag;
            this.end = end;
        }

        private Xml close(SourceFile file) {
            String stripped = text.toString().strip();
            int from = end;
            while (from < file.text().length()
                    && Character.isWhitespace(file.text().charAt(from))) {
                from++;
            }
            boolean written = !stripped.isEmpty() && file.text().startsWith(stripped, from);
            Span span = written ? file.between(from, from + stripped.length()) : tag;
            return new Xml(name, attributes, stripped, span, List.copyOf(children));
        }
    }

    /** The root element; empty for a file that is not well-formed, or too much to be written by a person. */
    static Optional<Xml> read(SourceFile file) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(file.text()));
            return new Reading(file).root(reader);
        } catch (XMLStreamException | IllegalStateException broken) {
            return Optional.empty();
        }
    }

    /** Nothing outside of the file is read, and no entity of its own is known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** The value of an attribute; configuration readers do not mind its case. */
    Optional<Setting> attribute(String key) {
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    String value(String key) {
        return attribute(key).map(setting -> setting.value().value()).orElse("");
    }

    /** The children with that name. */
    Stream<Xml> all(String child) {
        return children.stream().filter(element -> element.name.equalsIgnoreCase(child));
    }

    Optional<Xml> child(String child) {
        return all(child).findFirst();
    }

    /** Its text as a value. */
    Setting setting() {
        return new Setting(name, Text.literal(text), span);
    }

    private static final class Reading {
        private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>/\"']+)\\s*=\\s*(\"([^\"]*)\"|'([^']*)')");

        private final SourceFile file;
        private final int[] starts;
        private final Deque<Open> open = new ArrayDeque<>();
        private int count;

        private Reading(SourceFile file) {
            this.file = file;
            String text = file.text();
            this.starts = Stream.concat(
                            Stream.of(0),
                            Pattern.compile("\r\n|\r|\n")
                                    .matcher(text)
                                    .results()
                                    .map(end -> end.end()))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private Optional<Xml> root(XMLStreamReader reader) throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> start(reader);
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                        if (!open.isEmpty()) {
                            open.peek().text.append(reader.getText());
                        }
                    }
                    case XMLStreamReader.END_ELEMENT -> {
                        Xml closed = open.pop().close(file);
                        if (open.isEmpty()) {
                            return Optional.of(closed);
                        }
                        open.peek().children.add(closed);
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        }

        private void start(XMLStreamReader reader) throws XMLStreamException {
            if (++count > MOST || open.size() >= DEEPEST) {
                throw new XMLStreamException("more than a person writes");
            }
            int end = index(reader.getLocation());
            int begin = Math.max(0, file.text().lastIndexOf('<', Math.max(0, end - 1)));
            Map<String, Setting> attributes = new LinkedHashMap<>();
            Map<String, int[]> places = places(begin, end);
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String name = reader.getAttributeLocalName(i);
                int[] place = places.getOrDefault(name, new int[] {begin, end});
                attributes.put(
                        name,
                        new Setting(name, Text.literal(reader.getAttributeValue(i)), file.between(place[0], place[1])));
            }
            String name = reader.getLocalName();
            open.push(new Open(
                    name.substring(name.indexOf(':') + 1), attributes, file.between(begin, Math.max(begin, end)), end));
        }

        private Map<String, int[]> places(int begin, int end) {
            Map<String, int[]> places = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(file.text().substring(begin, Math.max(begin, end)));
            while (attribute.find()) {
                int group = attribute.group(3) != null ? 3 : 4;
                places.put(
                        attribute.group(1), new int[] {begin + attribute.start(group), begin + attribute.end(group)});
            }
            return places;
        }

        private int index(Location location) {
            int line = Math.min(Math.max(1, location.getLineNumber()), starts.length);
            return Math.min(file.text().length(), starts[line - 1] + Math.max(0, location.getColumnNumber() - 1));
        }
    }
}
