package app.naru.internet;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses by which the Internet knows this PC, as told by everyone that was asked. */
public record PublicAddresses(List<SourceAnswer> answers) {

    /** What is known before anyone was asked. */
    public static final PublicAddresses NONE = new PublicAddresses(List.of());

    public PublicAddresses {
        answers = List.copyOf(answers);
    }

    /** How far the sources tell the same. */
    public enum Agreement {
        /** Nobody told an address. */
        NOBODY,
        /** One alone told an address. */
        ONE,
        /** Several told the same. */
        ALL,
        /** They tell different ones. */
        DIFFER
    }

    /** Returns the IPv4 address that most of the sources tell; empty where none does. */
    public Optional<InetAddress> ipv4() {
        return most(IpVersion.IPV4);
    }

    /** Returns the IPv6 address that most of the sources tell; empty where none does. */
    public Optional<InetAddress> ipv6() {
        return most(IpVersion.IPV6);
    }

    /** Returns how far the sources of that version agree. */
    public Agreement agreement(IpVersion version) {
        Map<InetAddress, Integer> votes = votes(version);
        if (votes.isEmpty()) {
            return Agreement.NOBODY;
        }
        if (votes.size() > 1) {
            return Agreement.DIFFER;
        }
        return votes.values().iterator().next() == 1 ? Agreement.ONE : Agreement.ALL;
    }

    /** Returns every address that anyone tells, each once. */
    public Stream<InetAddress> all() {
        return answers.stream().flatMap(answer -> answer.address().stream()).distinct();
    }

    /** Whether anyone tells this address. */
    boolean tells(InetAddress address) {
        return all().anyMatch(address::equals);
    }

    private Optional<InetAddress> most(IpVersion version) {
        Map<InetAddress, Integer> votes = votes(version);
        int highest = votes.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return votes.keySet().stream()
                .filter(address -> highest == votes.getOrDefault(address, 0))
                .findFirst();
    }

    private Map<InetAddress, Integer> votes(IpVersion version) {
        Map<InetAddress, Integer> votes = new LinkedHashMap<>();
        answers.stream()
                .flatMap(answer -> answer.address().stream())
                .filter(address -> IpVersion.of(address) == version)
                .forEach(address -> votes.merge(address, 1, Integer::sum));
        return votes;
    }
}
