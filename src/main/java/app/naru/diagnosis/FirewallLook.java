package app.naru.diagnosis;

import app.naru.firewall.FirewallProduct;
import app.naru.firewall.Judge;
import app.naru.firewall.Policy;
import app.naru.firewall.Question;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.Verdict;
import app.naru.firewall.WindowsService;
import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.path.Forecast;
import app.naru.path.Visit;
import app.naru.relay.Endpoint;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the firewall's rules about a forward. Reads nothing but its arguments. */
final class FirewallLook {

    private FirewallLook() {}

    /** Returns what the rules do; empty where this PC has no address that others come to. */
    static Optional<FirewallSight> of(Policy policy, Case it) {
        return it.addresses().stream()
                .findFirst()
                .map(own -> {
                    Visit visit = new Visit(it.forward(), it.situation(), own);
                    Judge judge = new Judge(policy);
                    Map<NetworkProfile, Verdict> inbound = new EnumMap<>(NetworkProfile.class);
                    for (NetworkProfile profile : NetworkProfile.values()) {
                        inbound.put(profile, judge.judge(visit.question(profile)));
                    }
                    return new FirewallSight(
                            visit.profile(),
                            inbound,
                            Forecast.of(visit, policy).then(),
                            outbound(it, visit.profile()).map(judge::judge),
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

    /** What stays on this PC passes no firewall. */
    private static Optional<Question> outbound(Case it, NetworkProfile active) {
        return it.targets().stream()
                .flatMap(target -> literal(target).stream())
                .filter(address -> !address.isLoopbackAddress())
                .findFirst()
                .map(address -> {
                    Question question =
                            Question.outbound(
                                            RuleProtocol.of(it.forward().protocol()),
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
