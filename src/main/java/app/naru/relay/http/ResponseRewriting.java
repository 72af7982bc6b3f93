package app.naru.relay.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a server's answer as if the server had the name under which the visitor asked. */
final class ResponseRewriting {

    /** RFC 6265 section 4.1.1. */
    private static final Pattern DOMAIN =
            Pattern.compile(";\\s*domain\\s*=\\s*([^;\\s]*)\\s*", Pattern.CASE_INSENSITIVE);

    private final ResponseHead answer;
    private final Asked asked;

    private ResponseRewriting(ResponseHead answer, Asked asked) {
        this.answer = answer;
        this.asked = asked;
    }

    static byte[] rewrite(ResponseHead answer, Asked asked, boolean close) {
        return new ResponseRewriting(answer, asked).bytes(close);
    }

    private byte[] bytes(boolean close) {
        HeadText text = new HeadText("HTTP/1.1 " + answer.status() + " " + answer.reason());
        HopFields.without(answer.fields()).map(this::rewritten).forEach(text::add);
        if (Framing.of(answer, asked) == Framing.CHUNKED) {
            text.add("Transfer-Encoding", "chunked");
        }
        if (answer.switches()) {
            text.add("Connection", "Upgrade").add("Upgrade", "websocket");
        } else if (close) {
            text.add("Connection", "close");
        } else if (!asked.http11()) {
            text.add("Connection", "keep-alive");
        }
        return text.bytes();
    }

    private Field rewritten(Field field) {
        return switch (field.key()) {
            case "location", "content-location", "access-control-allow-origin" ->
                    field.saying(visitors(field.value()));
            case "set-cookie" -> field.saying(cookie(field.value()));
            default -> field;
        };
    }

    private String visitors(String url) {
        return WebUrl.parse(url)
                .filter(each ->
                        asked.mode().isServer(each.authority().host())
                                && each.authority().port() == asked.mode().server().port().number())
                .map(each -> each.at(asked.host().toString()))
                .orElse(url);
    }

    /** A cookie for an address, or a name without a dot, has no domain. */
    private String cookie(String value) {
        Matcher matcher = DOMAIN.matcher(value);
        if (!matcher.find() || !asked.mode().isServer(matcher.group(1))) {
            return value;
        }
        Authority host = asked.host();
        boolean none = host.isAddress() || !host.host().contains(".");
        return matcher.replaceFirst(
                none ? "" : Matcher.quoteReplacement("; Domain=" + host.host()));
    }
}
