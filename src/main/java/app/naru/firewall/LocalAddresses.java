package app.naru.firewall;

import app.naru.forward.Cidr;
import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses of this PC that a rule is about: addresses, subnets and ranges with commas. The
 * firewall knows no words for them (MS-FASP 2.2.37).
 */
public record LocalAddresses(List<AddressMatch> list) {

    public LocalAddresses {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new InvalidInput("rule.local", "");
        }
        if (list.size() > Remote.Addresses.MOST) {
            throw new InvalidInput("audience.many", list.size(), Remote.Addresses.MOST);
        }
        list.forEach(LocalAddresses::check);
    }

    private static void check(AddressMatch match) {
        switch (match) {
            case AddressMatch.Keyword keyword -> throw new InvalidInput("rule.local", keyword);
            case AddressMatch.Subnet(Cidr cidr) -> {
                if (cidr.prefix() == 0) {
                    throw new InvalidInput("rule.local", match);
                }
                check(cidr.network(), match);
            }
            case AddressMatch.Span span -> check(span.first(), match);
        }
    }

    private static void check(InetAddress first, AddressMatch match) {
        if (first instanceof Inet6Address v6
                && (v6.isLoopbackAddress() || v6.isAnyLocalAddress())) {
            throw new InvalidInput("rule.address", match);
        }
    }

    /**
     * Reads addresses, subnets and ranges, separated by commas.
     *
     * @throws InvalidInput if one of them is none
     */
    @JsonCreator
    public static LocalAddresses parse(String text) {
        return new LocalAddresses(
                Arrays.stream(text.split(",", -1)).map(LocalAddresses::match).toList());
    }

    private static AddressMatch match(String text) {
        String address = text.strip();
        try {
            return AddressMatch.decode(address, address.indexOf(':') >= 0);
        } catch (MalformedRule e) {
            throw new InvalidInput("rule.local", address);
        }
    }

    /** Whether these are the same addresses, however they are written. */
    boolean matches(List<AddressMatch> others) {
        return spans(list).equals(spans(others));
    }

    /** Returns the addresses, each as a range; a keyword is none, and so is missing in them. */
    static Set<AddressMatch> spans(List<AddressMatch> matches) {
        return matches.stream()
                .map(match -> match instanceof AddressMatch.Subnet subnet ? subnet.span() : match)
                .collect(Collectors.toSet());
    }

    /** Returns the addresses as netsh takes them. */
    @Override
    @JsonValue
    public String toString() {
        return list.stream().map(AddressMatch::toString).collect(Collectors.joining(","));
    }
}
