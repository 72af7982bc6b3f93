package app.naru.diagnosis;

import static app.naru.diagnosis.Scene.BLOCK;
import static app.naru.diagnosis.Scene.ON_PRIVATE;
import static app.naru.diagnosis.Scene.OPENED;
import static app.naru.firewall.PolicyStore.GROUP_POLICY;
import static app.naru.firewall.PolicyStore.LOCAL;
import static app.naru.path.Situations.netInterface;
import static java.util.Map.entry;

import app.naru.diagnosis.Reach.Result;
import app.naru.firewall.FakePolicy;
import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.NetInterface.Kind;
import app.naru.survey.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The causes at the firewall and in the local network. */
final class FirewallExamples {

    static final Map<Cause, Example> ALL =
            Map.ofEntries(
                    entry(
                            Cause.NO_RULE,
                            new Example(
                                    new Scene().policy(none -> none),
                                    new Scene().policy(all -> all.rule(LOCAL, "r", OPENED)))),
                    entry(
                            Cause.BLOCK_RULE,
                            new Example(
                                    blockedBy(BLOCK),
                                    blockedBy(BLOCK.replace("Active=TRUE", "Active=FALSE")))),
                    entry(
                            Cause.RULE_FOR_OTHER_NETWORKS,
                            new Example(
                                    on(NetworkProfile.PUBLIC)
                                            .policy(all -> all.rule(LOCAL, "r", ON_PRIVATE)),
                                    on(NetworkProfile.PRIVATE)
                                            .policy(all -> all.rule(LOCAL, "r", ON_PRIVATE)))),
                    entry(
                            Cause.ALL_INCOMING_BLOCKED,
                            new Example(
                                    withSetting("DoNotAllowExceptions", "1"),
                                    withSetting("DoNotAllowExceptions", "0"))),
                    entry(
                            Cause.POLICY_IGNORES_RULES,
                            new Example(
                                    new Scene().policy(policyOnly("0")),
                                    new Scene().policy(policyOnly("1")))),
                    entry(
                            Cause.FIREWALL_OFF,
                            new Example(
                                    withSetting("EnableFirewall", "0"),
                                    withSetting("EnableFirewall", "1"))),
                    entry(
                            Cause.OTHER_FIREWALL,
                            new Example(
                                    new Scene().products("Alpha Security").waited(),
                                    new Scene().waited())),
                    entry(
                            Cause.OUTBOUND_BLOCKED,
                            new Example(
                                    keptIn().noServer()
                                            .server("192.168.0.9:80", Result.UNREACHABLE),
                                    keptIn())),
                    entry(
                            Cause.NO_NETWORK,
                            new Example(
                                    new Scene().network(new Network(List.of(), List.of())),
                                    new Scene())),
                    entry(
                            Cause.NETWORK_IS_PUBLIC,
                            new Example(
                                    on(NetworkProfile.PUBLIC).policy(none -> none),
                                    on(NetworkProfile.PUBLIC))),
                    entry(
                            Cause.WIFI_ISOLATES,
                            new Example(onWifi().waited(), new Scene().waited())),
                    entry(
                            Cause.VPN_HAS_THE_ROUTE,
                            new Example(new Scene(), on(NetworkProfile.PRIVATE))),
                    entry(
                            Cause.LAN_ADDRESS_CHANGED,
                            new Example(
                                    new Scene().remembered("192.168.0.5", "", ""),
                                    new Scene().remembered("192.168.0.7", "", ""))));

    private FirewallExamples() {}

    private static Scene blockedBy(String rule) {
        return new Scene().policy(all -> all.rule(LOCAL, "r1", OPENED).rule(LOCAL, "b1", rule));
    }

    private static Scene withSetting(String name, String value) {
        return new Scene()
                .policy(all ->
                        all.rule(LOCAL, "r1", OPENED).set(LOCAL, "StandardProfile", name, value));
    }

    private static UnaryOperator<FakePolicy> policyOnly(String merge) {
        return all ->
                all.rule(LOCAL, "r1", OPENED)
                        .set(GROUP_POLICY, "PrivateProfile", "AllowLocalPolicyMerge", merge);
    }

    /** On Ethernet alone, whose network Windows takes for that kind. */
    private static Scene on(NetworkProfile profile) {
        return on(Kind.ETHERNET, profile);
    }

    private static Scene on(Kind kind, NetworkProfile profile) {
        NetInterface lan = netInterface(3, "Home", kind, "192.168.0.7", 24);
        NetInterface there =
                new NetInterface(
                        lan.index(),
                        lan.name(),
                        lan.description(),
                        lan.kind(),
                        lan.addresses(),
                        Optional.of(profile));
        return new Scene()
                .network(
                        new Network(
                                List.of(there),
                                List.of(new Gateway(Address.parse("192.168.0.1"), 3, 25))));
    }

    private static Scene onWifi() {
        return on(Kind.WIFI, NetworkProfile.PRIVATE);
    }

    /** The relay leads to another device, and the firewall lets nothing out. */
    private static Scene keptIn() {
        return new Scene()
                .forward("8000", "192.168.0.9:80", "lan")
                .policy(all ->
                        all.rule(LOCAL, "r1", OPENED)
                                .set(LOCAL, "StandardProfile", "DefaultOutboundAction", "1"));
    }
}
