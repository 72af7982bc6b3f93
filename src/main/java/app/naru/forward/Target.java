package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the server is: {@code 8000}, {@code wsl:8000}, {@code wsl:Ubuntu:8000}, {@code
 * 192.168.0.9:80}.
 */
public sealed interface Target {

    /** The server's port; of a range of ports, the first. */
    Port port();

    /** Returns the same place at another port. */
    Target withPort(Port port);

    /** A server on this PC. */
    record ThisPc(Port port) implements Target {

        @Override
        public ThisPc withPort(Port other) {
            return new ThisPc(other);
        }

        @Override
        @JsonValue
        public String toString() {
            return port.toString();
        }
    }

    /**
     * A server inside WSL.
     *
     * @param distro the distribution's name, or empty for the default one
     */
    record InWsl(String distro, Port port) implements Target {

        private static final Pattern NAME =
                Pattern.compile("[\\w.-]{0,64}", Pattern.UNICODE_CHARACTER_CLASS);

        public InWsl {
            if (!NAME.matcher(distro).matches()) {
                throw new InvalidInput("target.distro", distro);
            }
        }

        @Override
        public InWsl withPort(Port other) {
            return new InWsl(distro, other);
        }

        /** Returns the distribution's name; none means the default one. */
        public Optional<String> named() {
            return distro.isEmpty() ? Optional.empty() : Optional.of(distro);
        }

        @Override
        @JsonValue
        public String toString() {
            return distro.isEmpty() ? "wsl:" + port : "wsl:" + distro + ":" + port;
        }
    }

    /**
     * A server on another device.
     *
     * @param host a host name or an IP address
     */
    record Device(String host, Port port) implements Target {

        private static final Pattern NAME =
                Pattern.compile(
                        "(?=.{1,253}$)[a-zA-Z0-9]([\\w-]{0,62})(\\.[a-zA-Z0-9][\\w-]{0,62})*\\.?");

        public Device {
            if (!NAME.matcher(host).matches() && !host.contains(":")) {
                throw new InvalidInput("target.host", host);
            }
            if (host.contains(":") || host.matches("[0-9.]+")) {
                host = Address.text(Address.parse(host));
            }
        }

        @Override
        public Device withPort(Port other) {
            return new Device(host, other);
        }

        @Override
        @JsonValue
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * Reads {@code [HOST:]PORT} or {@code wsl[:DISTRO]:PORT}. {@code localhost}, loopback addresses
     * and the wildcard are this PC.
     *
     * @throws InvalidInput if a part is not what it should be
     */
    @JsonCreator
    static Target parse(String text) {
        String whole = text.strip();
        int colon = whole.lastIndexOf(':');
        if (colon < 0) {
            return new ThisPc(Port.parse(whole));
        }
        Port port = Port.parse(whole.substring(colon + 1));
        String place = whole.substring(0, colon);
        if (place.equalsIgnoreCase("wsl")) {
            return new InWsl("", port);
        }
        if (place.toLowerCase(Locale.ROOT).startsWith("wsl:")) {
            return new InWsl(place.substring(4), port);
        }
        if (place.startsWith("[") && place.endsWith("]")) {
            place = place.substring(1, place.length() - 1);
        } else if (place.contains(":")) {
            throw new InvalidInput("target.brackets", text);
        }
        return isHere(place) ? new ThisPc(port) : new Device(place, port);
    }

    /** A server that says it listens on 0.0.0.0 or [::] means all addresses of its own PC. */
    private static boolean isHere(String place) {
        if (place.equalsIgnoreCase("localhost")) {
            return true;
        }
        if (!place.contains(":") && !place.matches("[0-9.]+")) {
            return false;
        }
        InetAddress address = Address.parse(place);
        return address.isLoopbackAddress() || address.isAnyLocalAddress();
    }
}
