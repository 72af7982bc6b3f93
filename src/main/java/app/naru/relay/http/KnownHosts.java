package app.naru.relay.http;

import app.naru.forward.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The hosts under which a visitor may ask. A page from elsewhere whose name was made to lead to
 * this PC (DNS rebinding) asks under that name, and is not answered.
 */
final class KnownHosts {

    /** What routers and mDNS append to a PC's name: RFC 6762, RFC 8375 and common usage. */
    private static final List<String> LOCAL_ENDINGS = List.of("", ".local", ".lan", ".home.arpa");

    private static final String PC = pcName();

    private KnownHosts() {}

    /**
     * Whether the relay stands for that host.
     *
     * @param here the address of this PC that the visitor connected to
     */
    static boolean contain(Authority asked, HttpMode mode, InetAddress here) {
        String host = plain(asked.host());
        if (asked.isAddress()) {
            return mode.anyAddress()
                    || host.equals(bracketed(here))
                    || mode.names().stream().anyMatch(name -> host.equals(bracketed(name)));
        }
        return host.equals("localhost")
                || mode.names().stream().anyMatch(host::equalsIgnoreCase)
                || LOCAL_ENDINGS.stream().anyMatch(ending -> host.equals(PC + ending));
    }

    /** Returns it in lower case, without the dot that may end a name. */
    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String bracketed(InetAddress address) {
        return bracketed(Address.text(address));
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /** Returns this PC's name as the system has it; asking the network for it could take long. */
    private static String pcName() {
        String name = System.getenv().getOrDefault("COMPUTERNAME", "");
        Path file = Path.of("/proc/sys/kernel/hostname");
        if (name.isEmpty() && Files.isReadable(file)) {
            try {
                name = Files.readString(file);
            } catch (IOException unreadable) {
                name = "";
            }
        }
        name = name.strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "localhost" : name;
    }
}
