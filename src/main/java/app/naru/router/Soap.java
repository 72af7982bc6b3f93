package app.naru.router;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** SOAP as UPnP uses it (UPnP Device Architecture 2.0 section 3). */
final class Soap {

    private Soap() {}

    /** What an action has come to. */
    sealed interface Outcome {

        /**
         * It was done.
         *
         * @param values by name, in lower case
         */
        record Done(Map<String, String> values) implements Outcome {

            String text(String name) {
                return values.getOrDefault(name, "");
            }

            /** Returns the number; empty where there is none of up to nine digits. */
            Optional<Integer> number(String name) {
                String text = text(name);
                return text.matches("\\d{1,9}")
                        ? Optional.of(Integer.parseInt(text))
                        : Optional.empty();
            }
        }

        /** The device's error code. */
        record Fault(int code) implements Outcome {}
    }

    /** Returns the envelope that calls an action with its arguments in their order. */
    static String call(String service, String action, SequencedMap<String, String> arguments) {
        StringBuilder text = new StringBuilder(512);
        text.append("<?xml version=\"1.0\"?>\r\n")
                .append("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"")
                .append(" s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\">")
                .append("<s:Body><u:")
                .append(action)
                .append(" xmlns:u=\"")
                .append(escape(service))
                .append("\">");
        arguments.forEach((name, value) ->
                text.append('<')
                        .append(name)
                        .append('>')
                        .append(escape(value))
                        .append("</")
                        .append(name)
                        .append('>'));
        return text.append("</u:").append(action).append("></s:Body></s:Envelope>\r\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns the outcome; empty where the text is neither an answer to the action nor a fault. */
    static Optional<Outcome> read(String text, String action) {
        return Xml.parse(text).flatMap(root -> fault(root).or(() -> done(root, action)));
    }

    private static Optional<Outcome> fault(Xml root) {
        return root.all()
                .filter(element -> element.name().equals("errorcode"))
                .map(Xml::text)
                .filter(code -> code.matches("\\d{1,9}"))
                .findFirst()
                .map(code -> new Outcome.Fault(Integer.parseInt(code)));
    }

    private static Optional<Outcome> done(Xml root, String action) {
        return root.all()
                .filter(element -> element.name().equalsIgnoreCase(action + "Response"))
                .findFirst()
                .map(Soap::values);
    }

    private static Outcome values(Xml response) {
        Map<String, String> values = new HashMap<>();
        response.children().forEach(child -> values.putIfAbsent(child.name(), child.text()));
        return new Outcome.Done(Map.copyOf(values));
    }
}
