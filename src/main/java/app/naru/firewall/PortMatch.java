package app.naru.firewall;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Ports of a rule's text (MS-GPFAS 2.2.2.2 and 2.2.2.3). */
public sealed interface PortMatch {

    /** One port, or those from {@code first} to {@code last}: 0 to 65535, both included. */
    record Span(int first, int last) implements PortMatch {

        public Span {
            if (first < 0 || last > 65_535 || first > last) {
                throw new MalformedRule("port", first + "-" + last);
            }
        }

        public boolean contains(int port) {
            return first <= port && port <= last;
        }

        @Override
        @JsonValue
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /** Ports that Windows knows by a word, like {@code RPC}; which they are can change. */
    record Keyword(String word) implements PortMatch {

        private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

        public Keyword {
            if (!WORD.matcher(word).matches()) {
                throw new MalformedRule("port", word);
            }
        }

        @Override
        @JsonValue
        public String toString() {
            return word;
        }
    }

    /**
     * Reads {@code 80}, {@code 80-90} or a keyword; later versions may know more of those.
     *
     * @throws MalformedRule if it is none of them
     */
    static PortMatch decode(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return new Keyword(text);
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            int port = number(text, text);
            return new Span(port, port);
        }
        return new Span(
                number(text.substring(0, dash), text), number(text.substring(dash + 1), text));
    }

    private static int number(String digits, String whole) {
        if (digits.isEmpty() || digits.length() > 5) {
            throw new MalformedRule("port", whole);
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedRule("port", whole);
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
