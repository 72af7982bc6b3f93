package app.naru.router;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of what a device has sent: lenient about the case of names, prefixes and undeclared
 * namespaces, since devices are; strict about everything that costs memory or reaches out.
 *
 * @param name in lower case, without its prefix
 * @param text its own text, stripped
 */
record Xml(String name, String text, List<Xml> children) {

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 10_000;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Returns the root element; empty where the text is no XML, has a document type, or is beyond
     * the bounds. What follows the root is not read.
     */
    static Optional<Xml> parse(String text) {
        int start = text.indexOf('<');
        if (start < 0) {
            return Optional.empty();
        }
        try {
            XMLStreamReader reader =
                    FACTORY.createXMLStreamReader(new StringReader(text.substring(start)));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException malformed) {
            // The JDK's reader throws unchecked exceptions too at some malformed texts.
            return Optional.empty();
        }
    }

    private static final class Open {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Xml> children = new ArrayList<>();

        Open(String qualified) {
            this.name = qualified.substring(qualified.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        }

        Xml close() {
            return new Xml(name, text.toString().strip(), List.copyOf(children));
        }
    }

    private static Optional<Xml> root(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    if (open.size() >= DEEPEST || elements > MOST_ELEMENTS) {
                        return Optional.empty();
                    }
                    open.push(new Open(reader.getLocalName()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Xml closed = open.pop().close();
                    if (open.isEmpty()) {
                        return Optional.of(closed);
                    }
                    open.element().children.add(closed);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                default -> {
                    // Comments, processing instructions and the declaration say nothing to us.
                }
            }
        }
        return Optional.empty();
    }

    /** Returns this element and all within it, in their order. */
    Stream<Xml> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Xml::all));
    }

    /** Returns the text of the first child of that name, in lower case; empty where none is. */
    Optional<String> childText(String childName) {
        return children.stream()
                .filter(child -> child.name.equals(childName))
                .map(Xml::text)
                .findFirst();
    }
}
