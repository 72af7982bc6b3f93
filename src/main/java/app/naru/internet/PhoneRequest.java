package app.naru.internet;

import app.naru.forward.Address;
import app.naru.forward.Port;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * A request that nobody makes by chance: whoever does was given its link. For one check alone.
 *
 * @param token 16 letters and digits, 80 random bits
 */
public record PhoneRequest(String token) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LETTERS = 16;

    /** Those of RFC 4648 section 6: none of them looks like another. */
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /** A header that is longer says nothing that is worth the time. */
    private static final int LONGEST_HEADER = 500;

    /** Returns another one each time. */
    public static PhoneRequest next() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            token.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new PhoneRequest(token.toString());
    }

    private String path() {
        return "/naru-check-" + token;
    }

    /** Returns the link to open on the phone. */
    public URI at(InetAddress address, Port port) {
        return URI.create("http://" + Address.withPort(address, port) + path());
    }

    /** Returns how the request begins (RFC 9112 section 3): the version's last digit is open. */
    public byte[] opening() {
        return ("GET " + path() + " HTTP/1.").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns the language of those that the phone would like best.
     *
     * @param head the request's head; whatever stands there
     * @param spoken the first is for those who like none of them
     */
    public static Locale language(String head, List<Locale> spoken) {
        return head.lines()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, "Accept-Language:", 0, 16))
                .findFirst()
                .map(line -> line.substring(16).strip())
                .filter(wish -> wish.length() <= LONGEST_HEADER)
                .map(wish -> best(wish, spoken))
                .orElse(spoken.getFirst());
    }

    private static Locale best(String wish, List<Locale> spoken) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wish), spoken);
            return best == null ? spoken.getFirst() : best;
        } catch (IllegalArgumentException malformed) {
            return spoken.getFirst();
        }
    }

    /** Returns the page as an HTTP response, after which the connection ends. */
    public static byte[] response(String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("HTTP/1.1 200 OK\r\n"
                                + "Content-Type: text/html; charset=utf-8\r\n"
                                + ("Content-Length: " + body.length + "\r\n")
                                + "Cache-Control: no-store\r\n"
                                + "Referrer-Policy: no-referrer\r\n"
                                + "Connection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
