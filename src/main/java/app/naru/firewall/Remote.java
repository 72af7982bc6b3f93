package app.naru.firewall;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The other end that a rule is about, as netsh takes it: {@code any}, {@code localsubnet}, a list
 * of addresses and subnets, or one range, {@code 192.168.0.10-192.168.0.20}.
 */
public sealed interface Remote {

    record Anyone() implements Remote {
        @Override
        @JsonValue
        public String toString() {
            return "any";
        }
    }

    /** Whoever is in the subnet of the interface; the firewall follows when the network changes. */
    record LocalSubnet() implements Remote {
        @Override
        @JsonValue
        public String toString() {
            return "localsubnet";
        }
    }

    /** These alone; at least one, at most a thousand, none of them everyone. */
    record Addresses(List<Cidr> list) implements Remote {

        /** FW_ADDRESSES, MS-FASP 2.2.37. */
        static final int MOST = 1_000;

        public Addresses {
            list = List.copyOf(list);
            if (list.isEmpty()) {
                throw new InvalidInput("audience.empty", "");
            }
            if (list.size() > MOST) {
                throw new InvalidInput("audience.many", list.size(), MOST);
            }
            for (Cidr each : list) {
                if (each.prefix() == 0) {
                    throw new InvalidInput("rule.everyone", each);
                }
                if (each.network() instanceof Inet6Address v6
                        && (v6.isLoopbackAddress() || v6.isAnyLocalAddress())) {
                    throw new InvalidInput("rule.address", each);
                }
            }
        }

        @Override
        @JsonValue
        public String toString() {
            return list.stream().map(Cidr::toString).collect(Collectors.joining(","));
        }
    }

    /** From one address to another of the same kind, both included. */
    record Range(InetAddress first, InetAddress last) implements Remote {

        public Range {
            byte[] low = first.getAddress();
            byte[] high = last.getAddress();
            if (low.length != high.length || Arrays.compareUnsigned(low, high) > 0) {
                throw new InvalidInput("rule.range", text(first, last));
            }
        }

        @Override
        @JsonValue
        public String toString() {
            return text(first, last);
        }

        private static String text(InetAddress first, InetAddress last) {
            return Address.text(first) + "-" + Address.text(last);
        }
    }

    /** Returns the other end that stands for the audience. */
    static Remote of(Audience audience) {
        return switch (audience) {
            case Audience.ThisNetwork network -> new LocalSubnet();
            case Audience.Internet internet -> new Anyone();
            case Audience.Chosen(List<Cidr> list) -> new Addresses(list);
        };
    }

    /**
     * Returns the other end that a rule of the firewall's has.
     *
     * @throws InvalidInput if no rule of Naru's can have it
     */
    static Remote matching(List<AddressMatch> matches) {
        if (matches.isEmpty()) {
            return new Anyone();
        }
        String text =
                matches.stream()
                        .map(AddressMatch::toString)
                        .distinct()
                        .collect(Collectors.joining(","));
        return parse(text);
    }

    /**
     * Reads {@code any}, {@code localsubnet}, addresses and subnets with commas, or a range.
     *
     * @throws InvalidInput if it is none of them
     */
    @JsonCreator
    static Remote parse(String text) {
        int dash = text.indexOf('-');
        if (dash >= 0) {
            return new Range(
                    Address.parse(text.substring(0, dash)),
                    Address.parse(text.substring(dash + 1)));
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "any" -> new Anyone();
            case "localsubnet" -> new LocalSubnet();
            default -> new Addresses(Arrays.stream(text.split(",", -1)).map(Cidr::parse).toList());
        };
    }
}
