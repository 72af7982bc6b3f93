package app.naru.firewall;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.Target;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An entry of Windows' own TCP proxy ({@code netsh interface portproxy}), as the registry holds it:
 * below {@code Services\PortProxy\v4tov4\tcp} a value {@code listen/port} with the data {@code
 * connect/port}.
 *
 * @param listen an address, a host's name, or {@code *} for every address
 * @param connect an address or a host's name
 */
public record PortProxyEntry(
        Family family, String listen, Port listenPort, String connect, Port connectPort) {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([\\w-]{0,62})(\\.[A-Za-z0-9][\\w-]{0,62})*");

    /** Between which kinds of address it goes. */
    public enum Family {
        V4TOV4,
        V4TOV6,
        V6TOV4,
        V6TOV6;

        /**
         * @throws InvalidInput if it is none of them
         */
        @JsonCreator
        public static Family parse(String text) {
            for (Family family : values()) {
                if (family.name().equalsIgnoreCase(text)) {
                    return family;
                }
            }
            throw new InvalidInput("portproxy", text);
        }

        boolean listensOnV4() {
            return this == V4TOV4 || this == V4TOV6;
        }

        boolean connectsToV4() {
            return this == V4TOV4 || this == V6TOV4;
        }

        /** Returns the name as netsh and the registry have it. */
        @JsonValue
        public String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PortProxyEntry {
        if (!listen.equals("*")) {
            checkHost(listen);
        }
        checkHost(connect);
    }

    /**
     * Reads an entry of the registry.
     *
     * @param valueName {@code 0.0.0.0/8000}
     * @param data {@code 172.28.1.2/8000}
     * @throws InvalidInput if it is none
     */
    public static PortProxyEntry parse(Family family, String valueName, String data) {
        return new PortProxyEntry(family, host(valueName), port(valueName), host(data), port(data));
    }

    private static String host(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new InvalidInput("portproxy", text);
        }
        return text.substring(0, slash);
    }

    private static Port port(String text) {
        return Port.parse(text.substring(text.lastIndexOf('/') + 1));
    }

    private static void checkHost(String host) {
        if (address(host).isEmpty() && !HOST.matcher(host).matches()) {
            throw new InvalidInput("portproxy", host);
        }
    }

    private static Optional<InetAddress> address(String host) {
        try {
            return Optional.of(Address.parse(host));
        } catch (InvalidInput notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether it takes what arrives at that address and port of this PC. */
    public boolean listensAt(InetAddress address, Port port) {
        return listenPort.equals(port)
                && family.listensOnV4() == (address instanceof Inet4Address)
                && (listensEverywhere() || isHost(listen, address));
    }

    /** Whether it listens on every address, loopback too. */
    public boolean listensEverywhere() {
        return listen.equals("*")
                || address(listen).filter(InetAddress::isAnyLocalAddress).isPresent();
    }

    /**
     * Whether what it takes goes to where it, or the other entry, takes from.
     *
     * @param own this PC's addresses; loopback need not be among them
     */
    boolean leadsTo(PortProxyEntry other, Set<InetAddress> own) {
        if (!connectPort.equals(other.listenPort)
                || family.connectsToV4() != other.family.listensOnV4()) {
            return false;
        }
        Optional<InetAddress> to = address(connect);
        boolean here =
                connect.equalsIgnoreCase("localhost")
                        || to.filter(address ->
                                        address.isLoopbackAddress()
                                                || address.isAnyLocalAddress()
                                                || own.contains(address))
                                .isPresent();
        if (other.listensEverywhere()) {
            return here;
        }
        if (connect.equalsIgnoreCase("localhost")) {
            return other.listen.equalsIgnoreCase("localhost")
                    || address(other.listen).filter(InetAddress::isLoopbackAddress).isPresent();
        }
        return to.isPresent()
                ? isHost(other.listen, to.get())
                : connect.equalsIgnoreCase(other.listen);
    }

    private static boolean isHost(String host, InetAddress address) {
        return host.equalsIgnoreCase("localhost")
                ? address.isLoopbackAddress()
                : address(host).filter(address::equals).isPresent();
    }

    /** Returns where it takes from: {@code 0.0.0.0:8000}, {@code [::1]:8000}. */
    public String from() {
        return place(listen, listenPort);
    }

    /** Returns where it leads: {@code 172.28.1.2:8000}, {@code nas:80}. */
    public String to() {
        return place(connect, connectPort);
    }

    private static String place(String host, Port port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /**
     * Returns where it leads, as the target of a forward that takes its place.
     *
     * @throws InvalidInput if it leads to what only looks like an address: netsh takes that
     */
    public Target target() {
        return Target.parse(to());
    }
}
