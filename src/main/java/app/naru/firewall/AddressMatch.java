package app.naru.firewall;

import app.naru.forward.Address;
import app.naru.forward.Cidr;
import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Addresses of a rule's text (MS-GPFAS 2.2.2.9 to 2.2.2.13). */
public sealed interface AddressMatch {

    /** From one address to another of the same kind, both included. */
    record Span(InetAddress first, InetAddress last) implements AddressMatch {

        public Span {
            byte[] low = first.getAddress();
            byte[] high = last.getAddress();
            if (low.length != high.length || Arrays.compareUnsigned(low, high) > 0) {
                throw new MalformedRule("address", Address.text(first) + "-" + Address.text(last));
            }
        }

        public boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length == first.getAddress().length
                    && Arrays.compareUnsigned(first.getAddress(), bytes) <= 0
                    && Arrays.compareUnsigned(bytes, last.getAddress()) <= 0;
        }

        @Override
        @JsonValue
        public String toString() {
            return first.equals(last)
                    ? Address.text(first)
                    : Address.text(first) + "-" + Address.text(last);
        }
    }

    /** A subnet; bits behind its prefix are left out. */
    record Subnet(Cidr cidr) implements AddressMatch {

        /** Returns the subnet from its first address to its last. */
        public Span span() {
            byte[] last = cidr.network().getAddress();
            for (int bit = cidr.prefix(); bit < last.length * 8; bit++) {
                last[bit / 8] |= (byte) (0x80 >>> (bit % 8));
            }
            try {
                return new Span(cidr.network(), InetAddress.getByAddress(last));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address of " + last.length + " bytes", e);
            }
        }

        @Override
        @JsonValue
        public String toString() {
            return cidr.toString();
        }
    }

    /**
     * Addresses that Windows knows by a word, like {@code LocalSubnet}.
     *
     * @param v6 whether it stands for IPv6 addresses
     */
    record Keyword(String word, boolean v6) implements AddressMatch {

        private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,63}");

        @Override
        @JsonValue
        public String toString() {
            return word;
        }
    }

    /** Whether IPv6 addresses can be among them. */
    default boolean isV6() {
        return switch (this) {
            case Span span -> !(span.first() instanceof Inet4Address);
            case Subnet subnet -> !(subnet.cidr().network() instanceof Inet4Address);
            case Keyword keyword -> keyword.v6();
        };
    }

    /**
     * Reads an address, {@code first-last}, {@code network/prefix}, {@code network/mask} or a
     * keyword; later versions may know more of those.
     *
     * @param v6 whether it is the value of a key for IPv6
     * @throws MalformedRule if it is none of them, or of the other kind
     */
    static AddressMatch decode(String text, boolean v6) {
        // Two IPv6 addresses in full length and the dash are 79 characters.
        if (text.length() > 100) {
            throw new MalformedRule("address", text);
        }
        if (text.indexOf(':') < 0 && text.indexOf('.') < 0) {
            if (!Keyword.WORD.matcher(text).matches()) {
                throw new MalformedRule("address", text);
            }
            return new Keyword(text, v6);
        }
        try {
            AddressMatch match = literal(text);
            if (match.isV6() != v6) {
                throw new MalformedRule("address", text);
            }
            return match;
        } catch (InvalidInput e) {
            throw new MalformedRule("address", text);
        }
    }

    private static AddressMatch literal(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            InetAddress network = Address.parse(text.substring(0, slash));
            return new Subnet(Cidr.around(network, prefix(text.substring(slash + 1), text)));
        }
        int dash = text.indexOf('-');
        if (dash >= 0) {
            return new Span(
                    Address.parse(text.substring(0, dash)),
                    Address.parse(text.substring(dash + 1)));
        }
        InetAddress address = Address.parse(text);
        return new Span(address, address);
    }

    private static int prefix(String text, String whole) {
        if (text.matches("[0-9]{1,3}")) {
            return Integer.parseInt(text);
        }
        int mask = 0;
        for (byte part : Address.parse(text).getAddress()) {
            mask = (mask << 8) | (part & 0xff);
        }
        int prefix = Integer.bitCount(mask);
        // A mask is ones, then zeros: FW_IPV4_SUBNET, MS-FASP 2.2.4.
        if (text.indexOf(':') >= 0 || (prefix < 32 && mask != ~(-1 >>> prefix))) {
            throw new MalformedRule("address", whole);
        }
        return prefix;
    }
}
