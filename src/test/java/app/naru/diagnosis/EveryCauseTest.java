package app.naru.diagnosis;

import static app.naru.diagnosis.Scene.BLOCK;
import static app.naru.diagnosis.Scene.ON_PRIVATE;
import static app.naru.diagnosis.Scene.OPENED;
import static app.naru.diagnosis.Scene.entry;
import static app.naru.diagnosis.Scene.sight;
import static app.naru.diagnosis.Scene.visit;
import static app.naru.diagnosis.Scene.way;
import static app.naru.firewall.PolicyStore.GROUP_POLICY;
import static app.naru.firewall.PolicyStore.LOCAL;
import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.netInterface;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Reach.Result;
import app.naru.firewall.ExcludedRange;
import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.relay.PortUnavailable.Reason;
import app.naru.router.Refusal;
import app.naru.router.RouterProtocol;
import app.naru.server.HostRefusal;
import app.naru.server.ServerKind;
import app.naru.server.Speech;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.NetInterface.Kind;
import app.naru.survey.Network;
import app.naru.text.Texts;
import app.naru.wsl.NetworkingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each cause is found where it is, and not where something alike is. */
final class EveryCauseTest {

    /**
     * @param there where it is found, first of all
     * @param notThere a case that is alike, and in which it must not be found
     */
    private record Example(Scene there, Scene notThere) {}

    private static final Map<Cause, Example> EXAMPLES =
            Map.ofEntries(
                    entry(
                            Cause.NOTHING_LISTENS,
                            new Example(
                                    refusing(), refusing().server("[::1]:8000", Result.ACCEPTED))),
                    entry(
                            Cause.LOOPBACK_ONLY,
                            new Example(
                                    new Scene().stage(Stage.BARE).front(Result.REFUSED),
                                    new Scene().stage(Stage.OPEN).front(Result.REFUSED))),
                    entry(
                            Cause.PORT_TAKEN,
                            new Example(
                                    closed().door(
                                                    "192.168.0.7",
                                                    Reason.TAKEN,
                                                    "nginx (815)",
                                                    false),
                                    // What Windows' proxy holds is the proxy's cause.
                                    closed().door("192.168.0.7", Reason.TAKEN, "svchost", false)
                                            .portProxy("0.0.0.0/8000", "172.28.1.2/8000"))),
                    entry(
                            Cause.PORT_EXCLUDED,
                            new Example(
                                    closed().door(kept()),
                                    closed().door(
                                                    "192.168.0.7",
                                                    Reason.TAKEN,
                                                    "nginx (815)",
                                                    false))),
                    entry(
                            Cause.ANSWERS_ELSEWHERE,
                            new Example(
                                    new Scene()
                                            .noServer()
                                            .server("127.0.0.1:8000", Result.REFUSED)
                                            .server("192.168.0.9:8000", Result.ACCEPTED),
                                    new Scene().server("192.168.0.9:8000", Result.ACCEPTED))),
                    entry(
                            Cause.TLS_MISMATCH,
                            new Example(
                                    new Scene().speech(speech(ServerKind.HTTPS, true)),
                                    new Scene()
                                            .forward("8443", "8443", "lan")
                                            .speech(speech(ServerKind.HTTPS, true)))),
                    entry(
                            Cause.DJANGO_REFUSES_HOST,
                            new Example(
                                    new Scene().speech(refuses("192.168.0.7", HostRefusal.DJANGO)),
                                    new Scene().speech(speech(ServerKind.DJANGO, false)))),
                    entry(
                            Cause.DJANGO_REFUSES_ORIGIN,
                            new Example(
                                    new Scene().speech(refusesForms()),
                                    new Scene().speech(speech(ServerKind.DJANGO, false)))),
                    entry(
                            Cause.DEV_SERVER_REFUSES_HOST,
                            new Example(
                                    new Scene().speech(refuses("192.168.0.7", HostRefusal.WEBPACK)),
                                    new Scene()
                                            .speech(refuses("192.168.0.7", HostRefusal.DJANGO)))),
                    entry(
                            Cause.DJANGO_DEBUG,
                            new Example(
                                    new Scene().internet().speech(debugging()),
                                    new Scene().speech(debugging()))),
                    entry(
                            Cause.WSL_NOT_RUNNING,
                            new Example(
                                    inWsl(NetworkingMode.NAT)
                                            .wsl(NetworkingMode.NAT, false)
                                            .silent()
                                            .server("127.0.0.1:8000", Result.REFUSED),
                                    inWsl(NetworkingMode.NAT))),
                    entry(
                            Cause.WSL_ADDRESS_CHANGED,
                            new Example(
                                    inWsl(NetworkingMode.NAT).remembered("", "172.28.1.9", ""),
                                    inWsl(NetworkingMode.NAT).remembered("", "172.28.180.2", ""))),
                    entry(
                            Cause.WSL_LOCALHOST_BROKEN,
                            new Example(
                                    inWsl(NetworkingMode.NAT)
                                            .server("127.0.0.1:8000", Result.REFUSED)
                                            .server("172.28.180.2:8000", Result.ACCEPTED),
                                    inWsl(NetworkingMode.NAT)
                                            .server("172.28.180.2:8000", Result.ACCEPTED))),
                    entry(
                            Cause.WSL_MIRRORED,
                            new Example(
                                    inWsl(NetworkingMode.MIRRORED),
                                    inWsl(NetworkingMode.MIRRORED).hyperVRule(true))),
                    entry(
                            Cause.WSL_HYPERV_BLOCKS,
                            new Example(
                                    inWsl(NetworkingMode.MIRRORED).hyperVRule(false),
                                    inWsl(NetworkingMode.NAT).hyperVRule(false))),
                    entry(
                            Cause.WSL_NETWORK_CLASH,
                            new Example(
                                    clashing()
                                            .noServer()
                                            .server("172.28.180.2:8000", Result.TIMED_OUT),
                                    clashing())),
                    entry(
                            Cause.RELAY_NOT_RUNNING,
                            new Example(
                                    new Scene().front(Result.REFUSED),
                                    new Scene()
                                            .listeners(listener("0.0.0.0", 8000, "python.exe")))),
                    entry(
                            Cause.PORTPROXY_IN_THE_WAY,
                            new Example(
                                    new Scene().portProxy("0.0.0.0/8000", "127.0.0.1/8000"),
                                    new Scene().portProxy("0.0.0.0/8000", "172.28.1.2/8000"))),
                    entry(
                            Cause.LOOPBACK_PORT_HELD,
                            new Example(
                                    onEveryAddress()
                                            .door("0.0.0.0", Reason.TAKEN, "wslrelay.exe", true),
                                    onEveryAddress()
                                            .door("0.0.0.0", Reason.TAKEN, "nginx.exe", false))),
                    entry(
                            Cause.VISITORS_TURNED_AWAY,
                            new Example(new Scene().turnedAway(3), new Scene().turnedAway(0))),
                    entry(
                            Cause.ASKED_BY_OTHER_NAME,
                            new Example(
                                    new Scene().inHttpMode().askedFor(2, "home.example"),
                                    new Scene().inHttpMode().askedFor(0))),
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
                                    new Scene().remembered("192.168.0.7", "", ""))),
                    entry(
                            Cause.ROUTER_SILENT,
                            new Example(
                                    lost().router(RouterSight.silence(Optional.empty())),
                                    // The PC has the public address itself: there is no router.
                                    lost().router(
                                                    RouterSight.silence(
                                                            Optional.of(
                                                                    way(
                                                                            "192.168.0.7",
                                                                            "192.168.0.7")))))),
                    entry(
                            Cause.ROUTER_REFUSES,
                            new Example(
                                    lost().router(refusing(Refusal.Kind.FORBIDDEN)),
                                    lost().router(refusing(Refusal.Kind.PORT_TAKEN)))),
                    entry(
                            Cause.ROUTER_PORT_TAKEN,
                            new Example(
                                    lost().router(sendingTo("192.168.0.30", "Xbox")),
                                    lost().router(sendingTo("192.168.0.7", "Xbox")))),
                    entry(
                            Cause.ROUTER_PERMANENT_ONLY,
                            new Example(reached().router(keeping(true)), reached())),
                    entry(
                            Cause.MAPPING_TO_OLD_ADDRESS,
                            new Example(
                                    lost().remembered("192.168.0.5", "", "")
                                            .router(sendingTo("192.168.0.5", "Naru Django")),
                                    // Another PC with Naru is none of this one's old addresses.
                                    lost().remembered("192.168.0.5", "", "")
                                            .router(sendingTo("192.168.0.6", "Naru Django")))),
                    entry(
                            Cause.NOT_MAPPED,
                            new Example(lost().router(withoutEntry(false)), lost())),
                    entry(
                            Cause.TWO_ROUTERS,
                            new Example(
                                    lost().router(sight(way("10.99.0.2", "198.51.100.9"))),
                                    lost().router(sight(way("100.64.0.2", "198.51.100.9"))))),
                    entry(
                            Cause.CARRIER_NAT,
                            new Example(
                                    lost().router(sight(way("100.64.0.2", "198.51.100.9"))),
                                    lost().router(sight(way("198.51.100.9", "198.51.100.9"))))),
                    entry(
                            Cause.NO_HAIRPIN,
                            new Example(
                                    reached().outside(seenFromInside(true, false)),
                                    lost().outside(seenFromInside(false, false)))),
                    entry(
                            Cause.PROVIDER_BLOCKS,
                            new Example(
                                    lost().outside(highPort(true)),
                                    lost().outside(highPort(false)))),
                    entry(
                            Cause.PUBLIC_ADDRESS_CHANGED,
                            new Example(
                                    reached()
                                            .publicAddress("198.51.100.9")
                                            .remembered("", "", "198.51.100.8"),
                                    reached()
                                            .publicAddress("198.51.100.9")
                                            .remembered("", "", "198.51.100.9"))),
                    entry(
                            Cause.NOTHING_ARRIVES,
                            new Example(lost(), lost().outside(cameAndWent()))),
                    entry(
                            Cause.ARRIVES_AND_IS_REFUSED,
                            new Example(lost().outside(cameAndWent()), lost())));

    @Test
    void eachHasAnExample() {
        assertThat(EXAMPLES.keySet()).containsExactlyInAnyOrder(Cause.values());
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isFoundWhereItIs(Cause cause) {
        Diagnosis diagnosis = example(cause).there().diagnose();

        assertThat(diagnosis.findings()).extracting(Finding::cause).contains(cause);
        diagnosis
                .answer()
                .ifPresent(answer -> assertThat(answer.hop()).isLessThanOrEqualTo(cause.hop()));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isNotFoundWhereItIsNot(Cause cause) {
        assertThat(example(cause).notThere().diagnose().findings())
                .extracting(Finding::cause)
                .doesNotContain(cause);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isSaidInBothLanguagesWithEveryGapFilled(Cause cause) {
        for (Finding finding : example(cause).there().diagnose().findings()) {
            for (var language : Texts.LANGUAGES) {
                Texts texts = Texts.in(language);
                assertThat(texts.say(finding.sentence())).doesNotContain("{", "diagnosis.");
                for (Sentence each : finding.evidence()) {
                    assertThat(texts.say(each)).isNotBlank().doesNotContain("{");
                }
                for (Fix fix : finding.fixes()) {
                    assertThat(texts.say(fix.title())).isNotBlank().doesNotContain("{");
                    fix.meaning()
                            .ifPresent(meaning ->
                                    assertThat(texts.say(meaning))
                                            .isNotBlank()
                                            .doesNotContain("{"));
                }
            }
        }
    }

    @Test
    void whatStandsInTheWayHasSomethingToDoAboutIt() {
        EXAMPLES.forEach((cause, example) ->
                assertThat(example.there().diagnose().findings())
                        .filteredOn(Finding::blocks)
                        .as(cause.name())
                        .allSatisfy(each -> assertThat(each.fixes()).isNotEmpty()));
    }

    private static Example example(Cause cause) {
        return java.util.Objects.requireNonNull(EXAMPLES.get(cause));
    }

    private static Scene closed() {
        return new Scene().stage(Stage.CLOSED).front(Result.REFUSED);
    }

    private static Scene refusing() {
        return new Scene().noServer().server("127.0.0.1:8000", Result.REFUSED);
    }

    private static Door kept() {
        return new Door(
                Address.parse("192.168.0.7"),
                new Port(8000),
                Reason.NOT_ALLOWED,
                Optional.empty(),
                false,
                Optional.of(new ExcludedRange(7976, 8075, false)),
                Optional.of(new Port(8076)));
    }

    private static Speech speech(ServerKind kind, boolean tls) {
        return new Speech(kind, true, tls, false, List.of(), Optional.empty());
    }

    private static Speech refuses(String host, HostRefusal by) {
        return new Speech(
                ServerKind.HTTP,
                true,
                false,
                false,
                List.of(
                        new Speech.Reply("localhost", 200, Optional.empty()),
                        new Speech.Reply(host, 400, Optional.of(by))),
                Optional.empty());
    }

    private static Speech refusesForms() {
        return new Speech(
                ServerKind.DJANGO,
                true,
                false,
                false,
                List.of(),
                Optional.of("http://192.168.0.7:8000"));
    }

    private static Speech debugging() {
        return new Speech(ServerKind.DJANGO, true, false, true, List.of(), Optional.empty());
    }

    private static Scene inWsl(NetworkingMode mode) {
        return new Scene().inWsl(mode);
    }

    private static Scene clashing() {
        NetInterface lan = netInterface(3, "Ethernet", Kind.ETHERNET, "192.168.0.7", 24);
        NetInterface vpn = netInterface(9, "Office VPN", Kind.TUNNEL, "172.16.0.5", 12);
        return inWsl(NetworkingMode.NAT)
                .network(
                        new Network(
                                List.of(lan, vpn),
                                List.of(new Gateway(Address.parse("192.168.0.1"), 3, 25))));
    }

    private static Scene onEveryAddress() {
        return new Scene()
                .forward("8000", "wsl:8000", "lan", "0.0.0.0")
                .wsl(NetworkingMode.NAT, true)
                .stage(Stage.CLOSED)
                .front(Result.REFUSED);
    }

    private static Scene blockedBy(String rule) {
        return new Scene().policy(all -> all.rule(LOCAL, "r1", OPENED).rule(LOCAL, "b1", rule));
    }

    private static Scene withSetting(String name, String value) {
        return new Scene()
                .policy(all ->
                        all.rule(LOCAL, "r1", OPENED).set(LOCAL, "StandardProfile", name, value));
    }

    private static java.util.function.UnaryOperator<app.naru.firewall.FakePolicy> policyOnly(
            String merge) {
        return all ->
                all.rule(LOCAL, "r1", OPENED)
                        .set(GROUP_POLICY, "PrivateProfile", "AllowLocalPolicyMerge", merge);
    }

    /** On Ethernet alone, whose network Windows takes for that kind. */
    private static Scene on(NetworkProfile profile) {
        return on(Kind.ETHERNET, profile);
    }

    private static Scene onWifi() {
        return on(Kind.WIFI, NetworkProfile.PRIVATE);
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

    /** The relay leads to another device, and the firewall lets nothing out. */
    private static Scene keptIn() {
        return new Scene()
                .forward("8000", "192.168.0.9:80", "lan")
                .policy(all ->
                        all.rule(LOCAL, "r1", OPENED)
                                .set(LOCAL, "StandardProfile", "DefaultOutboundAction", "1"));
    }

    private static Scene reached() {
        return new Scene().internet().outside(visit(true));
    }

    private static Scene lost() {
        return new Scene().internet().outside(visit(false));
    }

    private static RouterSight refusing(Refusal.Kind kind) {
        return new RouterSight(
                Optional.of("192.168.0.1"),
                "192.168.0.7",
                Optional.of(way("198.51.100.9", "198.51.100.9")),
                Optional.of(
                        new Refusal(kind, "192.168.0.1", RouterProtocol.UPNP_IGD, 606, List.of())),
                Optional.empty(),
                true,
                false,
                false);
    }

    private static RouterSight sendingTo(String client, String description) {
        return new RouterSight(
                Optional.of("192.168.0.1"),
                "192.168.0.7",
                Optional.of(way("198.51.100.9", "198.51.100.9")),
                Optional.empty(),
                Optional.of(entry(client, description)),
                true,
                false,
                false);
    }

    private static RouterSight keeping(boolean permanent) {
        return new RouterSight(
                Optional.of("192.168.0.1"),
                "192.168.0.7",
                Optional.of(way("198.51.100.9", "198.51.100.9")),
                Optional.empty(),
                Optional.of(entry("192.168.0.7", "Naru Django")),
                true,
                true,
                permanent);
    }

    private static RouterSight withoutEntry(boolean kept) {
        return new RouterSight(
                Optional.of("192.168.0.1"),
                "192.168.0.7",
                Optional.of(way("198.51.100.9", "198.51.100.9")),
                Optional.empty(),
                Optional.empty(),
                true,
                kept,
                false);
    }

    private static OutsideSight seenFromInside(boolean arrived, boolean fromInside) {
        return new OutsideSight(
                arrived, Optional.of(arrived), Optional.empty(), Optional.of(fromInside));
    }

    private static OutsideSight highPort(boolean passes) {
        return new OutsideSight(false, Optional.of(false), Optional.of(passes), Optional.empty());
    }

    private static OutsideSight cameAndWent() {
        return new OutsideSight(false, Optional.of(true), Optional.empty(), Optional.empty());
    }
}
