package app.naru.internet;

import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A STUN server.
 *
 * @param host a name or an address
 */
public record StunServer(String host, Port port) {

    /** RFC 8489 section 18.6. */
    private static final Port USUAL = new Port(3478);

    private static final Pattern FORM =
            Pattern.compile("([\\w.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(?::(\\d{1,5}))?");

    /**
     * Reads {@code host}, {@code host:port} or {@code [address]:port}.
     *
     * @throws InvalidInput if it is none of them
     */
    public static StunServer parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidInput("internet.stun", text);
        }
        String host = matcher.group(1).replaceAll("[\\[\\]]", "");
        String port = matcher.group(2);
        return new StunServer(host, port == null ? USUAL : Port.parse(port));
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
