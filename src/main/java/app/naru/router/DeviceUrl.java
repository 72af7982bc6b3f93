package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Takes addresses that a device names only where they lead back to that device. */
final class DeviceUrl {

    private static final int LONGEST = 1024;

    private DeviceUrl() {}

    /**
     * Returns the address; empty unless it is plain http to exactly that device. A host name is
     * never looked up, so it is not taken either.
     */
    static Optional<URI> parse(String text, InetAddress device) {
        return uri(text).flatMap(uri -> check(uri, device));
    }

    /** Returns the address that a page of the device refers to, under the same conditions. */
    static Optional<URI> resolve(URI page, String reference, InetAddress device) {
        return uri(reference).map(page::resolve).flatMap(uri -> check(uri, device));
    }

    private static Optional<URI> uri(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(stripped));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<URI> check(URI uri, InetAddress device) {
        if (!"http".equalsIgnoreCase(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getPort() > 65_535
                || uri.getPort() == 0
                || !uri.toASCIIString().equals(uri.toString())
                || !isHost(uri.getHost(), device)) {
            return Optional.empty();
        }
        int port = uri.getPort() == -1 ? 80 : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(
                URI.create("http://" + Address.text(device) + ":" + port + path + query));
    }

    private static boolean isHost(String host, InetAddress device) {
        try {
            return Address.parse(host).equals(device);
        } catch (InvalidInput name) {
            return false;
        }
    }
}
