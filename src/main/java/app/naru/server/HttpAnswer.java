package app.naru.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The beginning of what a server answered to an HTTP request. Comes from an unknown program: cut
 * off anywhere, or no HTTP at all.
 *
 * @param head the status line and the header lines (RFC 9112), as they came
 * @param body as much of the body as was read
 */
record HttpAnswer(List<String> head, String body) {

    HttpAnswer {
        head = List.copyOf(head);
    }

    /** Returns the answer that the bytes are, empty where they are no HTTP. */
    static Optional<HttpAnswer> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("HTTP/1.") && !text.startsWith("HTTP/0.9 ")) {
            return Optional.empty();
        }
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 4);
        return Optional.of(new HttpAnswer(Arrays.asList(head.split("\r?\n")), body));
    }

    /** Returns the status code (RFC 9110 section 15); 0 where there is none. */
    int status() {
        String[] words = head.getFirst().split(" ", 3);
        return words.length > 1 && words[1].matches("[1-5][0-9]{2}")
                ? Integer.parseInt(words[1])
                : 0;
    }

    /** Returns what the header of that name says, the first of them; none is empty. */
    String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.stream()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    boolean has(String header) {
        return !header(header).isEmpty();
    }

    /** Whether one of the headers of that name says something with this in it. */
    boolean says(String header, String part) {
        return header(header).contains(part);
    }
}
