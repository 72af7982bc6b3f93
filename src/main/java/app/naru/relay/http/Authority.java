package app.naru.relay.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and port as Host fields and URLs have them (RFC 9110 section 4.2.1).
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port 80 where none was named
 */
record Authority(String host, int port) {

    private static final int HTTP_PORT = 80;
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /** Returns what the text says; empty where it is no host with a port. */
    static Optional<Authority> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String port = matcher.group(2);
        return Optional.of(
                new Authority(matcher.group(1), port == null ? HTTP_PORT : Integer.parseInt(port)));
    }

    /** Returns them as text, the usual port left out as browsers do. */
    static String text(String host, int port) {
        return port == HTTP_PORT ? host : host + ":" + port;
    }

    /** Whether both lead to the same place. */
    boolean means(Authority other) {
        return host.equalsIgnoreCase(other.host) && port == other.port;
    }

    /** Whether the host is an address, in digits. */
    boolean isAddress() {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }

    @Override
    public String toString() {
        return text(host, port);
    }
}
