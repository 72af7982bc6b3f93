package app.naru.diagnosis;

import app.naru.firewall.FirewallProduct;
import app.naru.firewall.Judge;
import app.naru.firewall.Policy;
import app.naru.firewall.Question;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.Verdict;
import app.naru.firewall.WindowsService;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.relay.Endpoint;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.survey.NetInterface;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the firewall's rules about a forward. Reads nothing but its arguments. */
final class FirewallLook {

    /** Stands for everyone on the Internet (RFC 5737). */
    private static final InetAddress SOMEONE = Address.parse("203.0.113.7");

    private FirewallLook() {}

    /** Returns what the rules do; empty where this PC has no address that others come to. */
    static Optional<FirewallSight> of(Policy policy, Case it) {
        return it.addresses().stream()
                .findFirst()
                .map(own -> {
                    Optional<NetInterface> at = it.network().flatMap(network -> network.owner(own));
                    NetworkProfile active =
                            at.flatMap(NetInterface::profile).orElse(NetworkProfile.PUBLIC);
                    Judge judge = new Judge(policy);
                    Map<NetworkProfile, Verdict> inbound = new EnumMap<>(NetworkProfile.class);
                    for (NetworkProfile profile : NetworkProfile.values()) {
                        inbound.put(profile, judge.judge(inbound(it, own, at, profile)));
                    }
                    return new FirewallSight(
                            active,
                            inbound,
                            outbound(it, active).map(judge::judge),
                            serviceRuns(it),
                            otherProducts(it));
                });
    }

    private static Optional<Boolean> serviceRuns(Case it) {
        return it.situation()
                .windows()
                .services()
                .known()
                .flatMap(all -> Optional.ofNullable(all.get(WindowsService.FIREWALL)))
                .flatMap(state ->
                        switch (state) {
                            case RUNNING -> Optional.of(true);
                            case STOPPED, DISABLED -> Optional.of(false);
                            case CHANGING, MISSING -> Optional.empty();
                        });
    }

    /** Those that are not known to be off. */
    private static List<String> otherProducts(Case it) {
        return it.situation().windows().otherFirewalls().known().orElse(List.of()).stream()
                .filter(product -> product.on().orElse(true))
                .map(FirewallProduct::name)
                .toList();
    }

    private static Question inbound(
            Case it, InetAddress own, Optional<NetInterface> at, NetworkProfile profile) {
        List<Cidr> subnets =
                at.map(NetInterface::addresses).orElse(List.of()).stream()
                        .map(NetInterface.Assigned::subnet)
                        .toList();
        Question question =
                Question.inbound(protocol(it.forward()), it.forward().ports().first(), profile)
                        .withLocal(own, subnets)
                        .withRemote(visitor(it.forward(), own, subnets));
        return program(it).map(question::withProgram).orElse(question);
    }

    private static RuleProtocol protocol(Forward forward) {
        return RuleProtocol.of(forward.protocol());
    }

    /** The relay is Naru itself; without one it is the server's own program that receives. */
    private static Optional<String> program(Case it) {
        if (it.relay().isPresent()) {
            return it.situation().ownProgram();
        }
        return it.situation().listeners().known().orElse(List.of()).stream()
                .filter(each ->
                        each.protocol() == it.forward().protocol()
                                && each.port().equals(it.forward().ports().first())
                                && each.beyondLoopback())
                .map(Listener::program)
                .flatMap(Optional::stream)
                .map(Program::path)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static InetAddress visitor(Forward forward, InetAddress own, List<Cidr> subnets) {
        return switch (forward.audience()) {
            case Audience.Internet internet -> SOMEONE;
            case Audience.Chosen(List<Cidr> chosen) -> chosen.getFirst().network();
            case Audience.ThisNetwork network ->
                    subnets.stream()
                            .filter(subnet -> subnet.contains(own))
                            .flatMap(subnet -> neighbours(subnet, own))
                            .findFirst()
                            .orElse(SOMEONE);
        };
    }

    /** The addresses beside this PC's own, one of which is in the same subnet. */
    private static Stream<InetAddress> neighbours(Cidr subnet, InetAddress own) {
        return Stream.of(1, 2)
                .map(bit -> {
                    byte[] bytes = own.getAddress();
                    bytes[bytes.length - 1] ^= (byte) (int) bit;
                    return Cidr.of(address(bytes)).network();
                })
                .filter(subnet::contains)
                .filter(each -> !each.equals(subnet.network()));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    /** What stays on this PC passes no firewall. */
    private static Optional<Question> outbound(Case it, NetworkProfile active) {
        return it.targets().stream()
                .flatMap(target -> literal(target).stream())
                .filter(address -> !address.isLoopbackAddress())
                .findFirst()
                .map(address -> {
                    Question question =
                            Question.outbound(
                                            protocol(it.forward()),
                                            it.forward().target().port(),
                                            active)
                                    .withRemote(address);
                    return it.situation().ownProgram().map(question::withProgram).orElse(question);
                });
    }

    private static Optional<InetAddress> literal(Endpoint target) {
        try {
            return Optional.of(Address.parse(target.host()));
        } catch (InvalidInput aName) {
            return Optional.empty();
        }
    }
}
