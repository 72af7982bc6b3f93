package app.naru.wsl;

import app.naru.forward.Protocol;
import app.naru.server.ProcNetTable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's tables as {@code cat} prints them one after the other: each is known by its first
 * line (proc(5)). A table that is missing is empty.
 *
 * @param boot differs from start to start of the virtual machine; empty where it is not told
 */
record InsideTables(String boot, Optional<InetAddress> eth0, List<ProcNetTable.Row> rows) {

    /** In the order of {@link #parse}: what tells a table apart comes before it. */
    static final List<String> FILES =
            List.of(
                    "/proc/sys/kernel/random/boot_id",
                    "/proc/net/route",
                    "/proc/net/fib_trie",
                    "/proc/net/tcp",
                    "/proc/net/tcp6",
                    "/proc/net/udp",
                    "/proc/net/udp6");

    private static final String ETH0 = "eth0";
    private static final Pattern BOOT = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern LEAF = Pattern.compile("\\|-- ([0-9.]{7,15})");
    private static final String LOCAL = "/32 host LOCAL";
    private static final int DESTINATION = 1;
    private static final int GATEWAY = 2;
    private static final int MASK = 7;

    /** A subnet in the kernel's own byte order. */
    private record Subnet(int address, int mask) {
        boolean holds(int other) {
            return (other & mask) == (address & mask);
        }
    }

    static InsideTables parse(String text) {
        String boot = "";
        List<Subnet> subnets = new ArrayList<>();
        List<String> local = new ArrayList<>();
        List<ProcNetTable.Row> rows = new ArrayList<>();
        Optional<Protocol> sockets = Optional.empty();
        String leaf = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String trimmed = line.strip();
            Matcher address = LEAF.matcher(trimmed);
            if (trimmed.startsWith("sl ")) {
                sockets = Optional.of(socketsOf(trimmed));
            } else if (sockets.isPresent()) {
                rows.addAll(ProcNetTable.read(sockets.get(), line));
            } else if (boot.isEmpty() && BOOT.matcher(trimmed).matches()) {
                boot = trimmed;
            } else if (address.matches()) {
                leaf = address.group(1);
            } else if (trimmed.equals(LOCAL)) {
                local.add(leaf);
            } else {
                subnet(trimmed).ifPresent(subnets::add);
            }
        }
        return new InsideTables(boot, eth0(subnets, local), rows);
    }

    /** UDP's table alone counts dropped datagrams. */
    private static Protocol socketsOf(String header) {
        return header.endsWith("drops") ? Protocol.UDP : Protocol.TCP;
    }

    /** Reads a line of {@code /proc/net/route}: eth0's own subnet has no gateway. */
    private static Optional<Subnet> subnet(String line) {
        String[] fields = line.split("\\s+", -1);
        if (fields.length <= MASK || !fields[0].equals(ETH0)) {
            return Optional.empty();
        }
        try {
            int mask = HexFormat.fromHexDigits(fields[MASK]);
            return mask == 0 || HexFormat.fromHexDigits(fields[GATEWAY]) != 0
                    ? Optional.empty()
                    : Optional.of(new Subnet(HexFormat.fromHexDigits(fields[DESTINATION]), mask));
        } catch (IllegalArgumentException notARoute) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> eth0(List<Subnet> subnets, List<String> local) {
        for (String each : local) {
            try {
                InetAddress address = Inet4Address.getByAddress(bytes(each));
                int littleEndian = littleEndian(address.getAddress());
                if (subnets.stream().anyMatch(subnet -> subnet.holds(littleEndian))) {
                    return Optional.of(address);
                }
            } catch (UnknownHostException | NumberFormatException notAnAddress) {
                // the next one may be
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int value = Integer.parseInt(parts[i]);
            if (value > 255) {
                throw new NumberFormatException(dotted);
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static int littleEndian(byte[] bytes) {
        return Byte.toUnsignedInt(bytes[0])
                | Byte.toUnsignedInt(bytes[1]) << 8
                | Byte.toUnsignedInt(bytes[2]) << 16
                | Byte.toUnsignedInt(bytes[3]) << 24;
    }
}
