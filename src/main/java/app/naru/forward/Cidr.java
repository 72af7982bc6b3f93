package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An address or a subnet: {@code 192.168.0.7}, {@code 192.168.0.0/24}, {@code fd00::/8} (RFC 4632,
 * RFC 4291 section 2.3).
 *
 * @param network the subnet's first address; every bit behind the prefix is zero
 * @param prefix how many leading bits count: 0 to 32, or to 128 for IPv6
 */
public record Cidr(InetAddress network, int prefix) {

    public Cidr {
        int bits = network.getAddress().length * 8;
        if (prefix < 0 || prefix > bits) {
            throw new InvalidInput("cidr.prefix", Address.text(network) + "/" + prefix, bits);
        }
        InetAddress first = firstOf(network, prefix);
        if (!first.equals(network)) {
            throw new InvalidInput(
                    "cidr.hostBits",
                    Address.text(network) + "/" + prefix,
                    Address.text(first) + "/" + prefix);
        }
    }

    /** Returns the subnet that holds just this address. */
    public static Cidr of(InetAddress address) {
        return new Cidr(address, address.getAddress().length * 8);
    }

    /** Returns the subnet of that size that this address is in. */
    public static Cidr around(InetAddress address, int prefix) {
        return new Cidr(firstOf(address, prefix), prefix);
    }

    /**
     * Reads an address or {@code address/prefix}.
     *
     * @throws InvalidInput if the address or the prefix is none, or bits behind the prefix are set
     */
    @JsonCreator
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(Address.parse(text));
        }
        String prefix = text.substring(slash + 1).strip();
        if (!prefix.matches("[0-9]{1,3}")) {
            throw new InvalidInput("cidr", text);
        }
        return new Cidr(Address.parse(text.substring(0, slash)), Integer.parseInt(prefix));
    }

    /**
     * Whether the address is in this subnet. An IPv4 address that arrives as an IPv4-mapped IPv6
     * one is the IPv4 address it maps (Java's own {@code InetAddress} sees to that).
     */
    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        return prefix % 8 == 0 || ((mine[whole] ^ theirs[whole]) & mask(prefix % 8)) == 0;
    }

    private static InetAddress firstOf(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int bits = Math.clamp(prefix - i * 8L, 0, 8);
            bytes[i] &= (byte) mask(bits);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    private static int mask(int bits) {
        return 0xff << (8 - bits) & 0xff;
    }

    @Override
    @JsonValue
    public String toString() {
        String address = Address.text(network);
        return prefix == network.getAddress().length * 8 ? address : address + "/" + prefix;
    }
}
