package app.naru.relay.http;

import java.util.Optional;
import java.util.Set;

/** Puts a visitor's request as if it came from the server's own PC. */
final class RequestRewriting {

    /** What the server is told of the visitor by the relay alone, and never by the visitor. */
    private static final Set<String> TOLD_HERE = Set.of("forwarded", "x-real-ip");

    private final Asked asked;

    private RequestRewriting(Asked asked) {
        this.asked = asked;
    }

    static byte[] rewrite(Asked asked) {
        return new RequestRewriting(asked).bytes();
    }

    private byte[] bytes() {
        RequestHead head = asked.head();
        HeadText text =
                new HeadText(
                        head.method()
                                + " "
                                + HeadText.ascii(asked.target())
                                + (head.http11() ? " HTTP/1.1" : " HTTP/1.0"));
        HopFields.without(head.fields())
                .filter(field -> !toldHere(field))
                .map(this::rewritten)
                .forEach(text::add);
        text.add("X-Forwarded-For", asked.clientAddress());
        text.add("X-Forwarded-Host", asked.host().toString());
        text.add("X-Forwarded-Proto", "http");
        if (asked.framing() == Framing.CHUNKED) {
            text.add("Transfer-Encoding", "chunked");
        }
        connection(text);
        return text.bytes();
    }

    private void connection(HeadText text) {
        if (asked.upgrade()) {
            text.add("Connection", "Upgrade").add("Upgrade", "websocket");
        } else if (asked.last() && asked.http11()) {
            text.add("Connection", "close");
        } else if (!asked.last() && !asked.http11()) {
            text.add("Connection", "keep-alive");
        }
    }

    /** Some servers take an underscore for a hyphen. */
    private static boolean toldHere(Field field) {
        String key = field.key().replace('_', '-');
        return key.startsWith("x-forwarded-") || TOLD_HERE.contains(key);
    }

    private Field rewritten(Field field) {
        return switch (field.key()) {
            case "host" -> field.saying(asked.mode().serverAuthority());
            case "origin", "referer" -> field.saying(ours(field.value()));
            default -> field;
        };
    }

    /** A page of the server's own asks: another site's page stays recognisable as such. */
    private String ours(String url) {
        Optional<WebUrl> parsed = WebUrl.parse(url);
        return parsed.filter(each -> each.authority().means(asked.host()))
                .map(each -> each.at(asked.mode().serverAuthority()))
                .orElse(url);
    }
}
