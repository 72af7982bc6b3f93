package app.naru.firewall;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How a rule that is there compares with the one that is wanted: by what it does, not by text. */
enum Likeness {
    SAME,
    /** The same but for being turned on or off. */
    SWITCHED,
    DIFFERENT;

    /** What a rule made by Naru can have; anything else was put there by someone. */
    private static final Set<RuleKey> EXPECTED =
            EnumSet.of(
                    RuleKey.ACTION,
                    RuleKey.ACTIVE,
                    RuleKey.DIR,
                    RuleKey.PROTOCOL,
                    RuleKey.PROFILE,
                    RuleKey.LPORT,
                    RuleKey.LPORT2_10,
                    RuleKey.RPORT,
                    RuleKey.RPORT2_10,
                    RuleKey.ICMP4,
                    RuleKey.ICMP6,
                    RuleKey.LA4,
                    RuleKey.LA6,
                    RuleKey.RA4,
                    RuleKey.RA6,
                    RuleKey.IFTYPE,
                    RuleKey.APP,
                    RuleKey.SVC,
                    RuleKey.NAME,
                    RuleKey.DESC,
                    RuleKey.EDGE,
                    RuleKey.DEFER);

    /** Keys that change nothing about which traffic the rule is about. */
    private static final Set<RuleKey> HARMLESS = EnumSet.of(RuleKey.EMBEDCTXT, RuleKey.SKIPVER);

    static Likeness of(RuleSpec wanted, FirewallRule there) {
        boolean same =
                there.action() == wanted.action()
                        && there.direction() == wanted.direction()
                        && there.protocol() == wanted.protocol().number()
                        && there.profiles().equals(wanted.profiles())
                        && samePorts(wanted.ports(), there.localPorts())
                        && samePorts(wanted.remotePorts(), there.remotePorts())
                        && sameRemote(wanted.remote(), there.remoteAddresses())
                        && sameProgram(wanted, there)
                        && sameDetails(wanted.details(), there)
                        && nothingMore(there);
        if (!same) {
            return DIFFERENT;
        }
        return there.active() == wanted.enabled() ? SAME : SWITCHED;
    }

    private static boolean samePorts(PortList wanted, List<PortMatch> there) {
        return wanted.ranges().stream()
                .map(range -> span(range.first().number(), range.last().number()))
                .collect(Collectors.toSet())
                .equals(Set.copyOf(there));
    }

    private static PortMatch span(int first, int last) {
        return new PortMatch.Span(first, last);
    }

    private static boolean sameRemote(Remote wanted, List<AddressMatch> there) {
        return switch (wanted) {
            case Remote.Anyone anyone -> there.isEmpty();
            case Remote.LocalSubnet subnet ->
                    there.stream().anyMatch(match -> !match.isV6())
                            && there.stream().allMatch(Likeness::isLocalSubnet);
            case Remote.Addresses addresses ->
                    addresses.list().stream()
                            .map(cidr -> new AddressMatch.Subnet(cidr).span())
                            .collect(Collectors.toSet())
                            .equals(LocalAddresses.spans(there));
            case Remote.Range range ->
                    Set.of(new AddressMatch.Span(range.first(), range.last()))
                            .equals(LocalAddresses.spans(there));
        };
    }

    private static boolean isLocalSubnet(AddressMatch match) {
        return match instanceof AddressMatch.Keyword keyword
                && keyword.word().equalsIgnoreCase("LocalSubnet");
    }

    private static boolean sameProgram(RuleSpec wanted, FirewallRule there) {
        return wanted.program()
                .map(ProgramPath::text)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .equals(there.program().toLowerCase(Locale.ROOT));
    }

    private static boolean sameDetails(RuleDetails wanted, FirewallRule there) {
        boolean sameService =
                wanted.service()
                        .map(ServiceName::text)
                        .orElse("")
                        .equalsIgnoreCase(there.service());
        boolean sameLocal =
                wanted.local()
                        .map(local -> local.matches(there.localAddresses()))
                        .orElseGet(there.localAddresses()::isEmpty);
        return sameService
                && sameLocal
                && wanted.icmp().map(Set::of).orElse(Set.of()).equals(Set.copyOf(there.icmp()))
                && wanted.interfaceType()
                        .map(InterfaceType::text)
                        .map(List::of)
                        .orElse(List.of())
                        .equals(there.text().values(RuleKey.IFTYPE))
                && wanted.edge().equals(EdgeTraversal.of(there));
    }

    private static boolean nothingMore(FirewallRule there) {
        for (RuleText.Field field : there.text().fields()) {
            boolean fine =
                    field.known()
                            .filter(key -> EXPECTED.contains(key) || HARMLESS.contains(key))
                            .isPresent();
            if (!fine) {
                return false;
            }
        }
        return true;
    }
}
