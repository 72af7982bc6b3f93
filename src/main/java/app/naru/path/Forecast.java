package app.naru.path;

import app.naru.firewall.Decider;
import app.naru.firewall.FirewallRule;
import app.naru.firewall.FirewallState;
import app.naru.firewall.Judge;
import app.naru.firewall.Policy;
import app.naru.firewall.Question;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.Verdict;
import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Windows Defender Firewall does with those who come to a forward.
 *
 * @param profile the kind of network that they come from
 * @param now as the rules are
 * @param then with the rule that the forward needs
 */
public record Forecast(NetworkProfile profile, Verdict now, Verdict then) {

    /**
     * Returns it for the forward's first address and port; empty where the rules, or this PC's
     * addresses, are not known.
     */
    public static Optional<Forecast> of(Forward forward, Situation situation, RuleSpec rule) {
        Optional<Policy> policy = situation.firewall().known().map(FirewallState::policy);
        return policy.flatMap(there ->
                lanAddress(forward, situation)
                        .map(address -> of(forward, situation, address, there, rule)));
    }

    private static Optional<InetAddress> lanAddress(Forward forward, Situation situation) {
        return Route.of(forward, situation).addresses().stream()
                .filter(address -> !address.isLoopbackAddress())
                .findFirst();
    }

    private static Forecast of(
            Forward forward,
            Situation situation,
            InetAddress address,
            Policy policy,
            RuleSpec rule) {
        NetworkProfile profile =
                owner(situation, address)
                        .flatMap(NetInterface::profile)
                        .orElse(NetworkProfile.PUBLIC);
        Question question = question(forward, situation, address, profile);
        return new Forecast(
                profile,
                new Judge(policy).judge(question),
                new Judge(policy.with(List.of(rule.rule()))).judge(question));
    }

    private static Optional<NetInterface> owner(Situation situation, InetAddress address) {
        return situation.network().known().flatMap((Network network) -> network.owner(address));
    }

    /**
     * Whether it is known that they are kept out even with the rule, where the rule is for this
     * kind of network.
     */
    public boolean isBlocked() {
        return then.answer() == Verdict.Answer.BLOCKED
                && then.certainty() == Verdict.Certainty.CERTAIN
                && !(then.decidedBy() instanceof Decider.ByDefault);
    }

    /** Whether it is known that the rule would change nothing on any of its networks. */
    static boolean isInVain(Forward forward, Situation situation, RuleSpec rule) {
        Optional<Policy> policy = situation.firewall().known().map(FirewallState::policy);
        Optional<InetAddress> address = lanAddress(forward, situation);
        if (policy.isEmpty() || address.isEmpty()) {
            return false;
        }
        FirewallRule wanted = rule.rule();
        Judge judge = new Judge(policy.get().with(List.of(wanted)));
        return rule.profiles().stream()
                .map(profile -> question(forward, situation, address.get(), profile))
                .map(judge::judge)
                .allMatch(Forecast::blocksWhateverTheRules);
    }

    private static boolean blocksWhateverTheRules(Verdict verdict) {
        return verdict.answer() == Verdict.Answer.BLOCKED
                && verdict.certainty() == Verdict.Certainty.CERTAIN
                && verdict.decidedBy() instanceof Decider.BySetting;
    }

    private static Question question(
            Forward forward, Situation situation, InetAddress own, NetworkProfile profile) {
        List<Cidr> subnets =
                owner(situation, own).map(NetInterface::addresses).orElse(List.of()).stream()
                        .map(NetInterface.Assigned::subnet)
                        .toList();
        Question question =
                Question.inbound(
                                RuleProtocol.of(forward.protocol()),
                                forward.ports().first(),
                                profile)
                        .withLocal(own, subnets);
        Question from = visitor(forward, own, subnets).map(question::withRemote).orElse(question);
        return program(forward, situation).map(from::withProgram).orElse(from);
    }

    /** Returns the program that receives: the relay is Naru itself, else it is the server's own. */
    static Optional<String> program(Forward forward, Situation situation) {
        return Route.of(forward, situation) instanceof Route.Relayed
                ? situation.ownProgram()
                : Route.listenersAt(forward, situation, forward.ports().first())
                        .filter(Listener::beyondLoopback)
                        .flatMap(listener -> listener.program().stream())
                        .map(Program::path)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<InetAddress> visitor(
            Forward forward, InetAddress own, List<Cidr> subnets) {
        return switch (forward.audience()) {
            case Audience.Internet internet -> Optional.empty();
            case Audience.Chosen(List<Cidr> chosen) -> Optional.of(chosen.getFirst().network());
            case Audience.ThisNetwork network ->
                    subnets.stream()
                            .filter(subnet -> subnet.contains(own))
                            .flatMap(subnet -> neighbours(subnet, own))
                            .findFirst();
        };
    }

    /** One of the addresses beside this PC's own is in the same subnet and not its name. */
    private static Stream<InetAddress> neighbours(Cidr subnet, InetAddress own) {
        return Stream.of(1, 2)
                .map(bit -> beside(own, bit))
                .filter(subnet::contains)
                .filter(each -> !each.equals(subnet.network()));
    }

    private static InetAddress beside(InetAddress own, int bit) {
        byte[] bytes = own.getAddress();
        bytes[bytes.length - 1] ^= (byte) bit;
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }
}
