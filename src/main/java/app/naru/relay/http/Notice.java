package app.naru.relay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.naru.forward.Sentence;
import app.naru.text.PlainPage;
import app.naru.text.Texts;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An answer of the relay's own: a small page, in the visitor's language. */
public record Notice(int status, Sentence heading, Sentence text) {

    private static final Map<Integer, String> REASONS =
            Map.of(
                    400, "Bad Request",
                    405, "Method Not Allowed",
                    408, "Request Timeout",
                    414, "URI Too Long",
                    421, "Misdirected Request",
                    431, "Request Header Fields Too Large",
                    502, "Bad Gateway",
                    504, "Gateway Timeout",
                    505, "HTTP Version Not Supported");

    /**
     * Returns that the server can't be reached.
     *
     * @param port the server's own
     * @param inTime whether that was known within the limit
     */
    public static Notice down(int port, boolean inTime) {
        return new Notice(
                inTime ? 502 : 504,
                Sentence.of("relay.http.down.heading"),
                Sentence.of("relay.http.down.text", port));
    }

    /** Returns that the server answered with something else than HTTP, or broke off. */
    public static Notice garbled(int port) {
        return new Notice(
                502,
                Sentence.of("relay.http.garbled.heading"),
                Sentence.of("relay.http.garbled.text", port));
    }

    /**
     * Returns the whole answer, after which the connection ends.
     *
     * @param languages what the visitor's Accept-Language says (RFC 9110 section 12.5.4)
     * @param withBody not in answer to HEAD
     */
    byte[] bytes(String languages, boolean withBody) {
        Texts texts = Texts.in(language(languages));
        byte[] page = PlainPage.saying(texts, heading, text).getBytes(UTF_8);
        String head =
                String.join(
                        "\r\n",
                        "HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Refused"),
                        "Content-Type: text/html; charset=utf-8",
                        "Content-Length: " + page.length,
                        "Content-Language: " + texts.language().getLanguage(),
                        "Cache-Control: no-store",
                        "X-Content-Type-Options: nosniff",
                        "Connection: close",
                        "",
                        "");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(ISO_8859_1));
        if (withBody) {
            whole.writeBytes(page);
        }
        return whole.toByteArray();
    }

    private static Locale language(String languages) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = languages.isBlank() ? List.of() : Locale.LanguageRange.parse(languages);
        } catch (IllegalArgumentException notLanguages) {
            ranges = List.of();
        }
        Locale found = Locale.lookup(ranges, Texts.LANGUAGES);
        return found == null ? Locale.ENGLISH : found;
    }
}
