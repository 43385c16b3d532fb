package io.github.rootfsmaven.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document of elements with attributes and text, each element on a line of its own. Characters that XML 1.0
 * cannot have at all (section 2.2) are spelled out, with everything else that is not safe to print.
 */
final class Xml {
    private final StringWriter document = new StringWriter();
    private final XMLStreamWriter writer;
    private int depth;

    Xml() {
        try {
            // the JDK's own, whatever else is on the class path: the same bytes everywhere
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
            document.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Something that writes the content of an element. */
    interface Content {
        void write();
    }

    /**
     * An element with others in it.
     *
     * @param attributes names and values in turn
     */
    void element(String name, Content content, Object... attributes) {
        written(() -> {
            start(name, attributes);
            writer.writeCharacters("\n");
        });
        depth++;
        content.write();
        depth--;
        written(() -> {
            indent();
            end();
        });
    }

    /** An element with text in it; an empty one if there is none. */
    void text(String name, String text, Object... attributes) {
        written(() -> {
            if (text.isEmpty()) {
                indent();
                writer.writeEmptyElement(name);
                attributes(attributes);
                writer.writeCharacters("\n");
                return;
            }
            start(name, attributes);
            for (String line : text.lines().toList()) {
                writer.writeCharacters(Printable.text(line) + "\n");
            }
            end();
        });
    }

    /** The document. */
    String document() {
        return document.toString();
    }

    private void start(String name, Object... attributes) throws XMLStreamException {
        indent();
        writer.writeStartElement(name);
        attributes(attributes);
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            // a line break in an attribute would be read as a blank
            writer.writeAttribute(attributes[i].toString(), Printable.text(attributes[i + 1].toString()));
        }
    }

    private void indent() throws XMLStreamException {
        writer.writeCharacters("  ".repeat(depth));
    }

    private void end() throws XMLStreamException {
        writer.writeEndElement();
        writer.writeCharacters("\n");
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private void written(Step step) {
        try {
            step.run();
            writer.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
    }
}
