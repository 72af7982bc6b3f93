package app.naru.diagnosis;

import static app.naru.diagnosis.Scene.sight;
import static app.naru.diagnosis.Scene.visit;
import static app.naru.diagnosis.Scene.way;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Diagnosis.Verdict;
import app.naru.diagnosis.Reach.Result;
import app.naru.firewall.PolicyStore;
import app.naru.forward.PortRange;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.FirewallChange;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.Situations;
import app.naru.server.HostRefusal;
import app.naru.server.ServerKind;
import app.naru.server.Speech;
import app.naru.survey.Fact;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    private static Finding answer(Scene scene) {
        return scene.diagnose().answer().orElseThrow();
    }

    private static List<String> texts(Finding finding) {
        return finding.fixes().stream()
                .filter(Fix.Copy.class::isInstance)
                .map(fix -> ((Fix.Copy) fix).text())
                .toList();
    }

    @Test
    void anOpenForwardThatAnswersEverywhereIsReachable() {
        Diagnosis diagnosis = new Scene().diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.REACHABLE);
        assertThat(diagnosis.answer()).isEmpty();
        assertThat(diagnosis.hops())
                .extracting(HopView::hop)
                .containsExactly(
                        HopKind.SERVER, HopKind.RELAY, HopKind.FIREWALL, HopKind.LOCAL_NETWORK);
        assertThat(diagnosis.hops()).extracting(HopView::state).containsOnly(HopView.State.OPEN);
        assertThat(ENGLISH.say(diagnosis.sentence()))
                .isEqualTo("It works: others reach the server.");
    }

    @Test
    void ofSeveralCausesTheOneNearestToTheServerIsTheAnswer() {
        Diagnosis diagnosis =
                new Scene()
                        .noServer()
                        .server("127.0.0.1:8000", Result.REFUSED)
                        .policy(none -> none)
                        .front(Result.REFUSED)
                        .diagnose();

        assertThat(diagnosis.findings())
                .filteredOn(Finding::blocks)
                .extracting(Finding::cause)
                .containsExactly(Cause.NOTHING_LISTENS, Cause.RELAY_NOT_RUNNING, Cause.NO_RULE);
        assertThat(diagnosis.answer()).map(Finding::cause).contains(Cause.NOTHING_LISTENS);
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.NOT_REACHABLE);
    }

    @Test
    void aRelayThatLetsGoOfAVisitorBecauseNoServerAnswersIsNotToBlame() {
        Diagnosis diagnosis =
                new Scene()
                        .noServer()
                        .server("127.0.0.1:8000", Result.REFUSED)
                        .front(Result.CLOSED_AT_ONCE)
                        .diagnose();

        assertThat(diagnosis.findings())
                .filteredOn(Finding::blocks)
                .extracting(Finding::cause)
                .containsExactly(Cause.NOTHING_LISTENS);
    }

    @Test
    void aServerThatRefusesIsCertainlyNotThereAndOneThatIsSilentOnlyLikely() {
        assertThat(
                        answer(new Scene().noServer().server("127.0.0.1:8000", Result.REFUSED))
                                .sureness())
                .isEqualTo(Sureness.CERTAIN);
        assertThat(
                        answer(
                                        new Scene()
                                                .forward("8000", "192.168.0.9:80", "lan")
                                                .noServer()
                                                .server("192.168.0.9:80", Result.TIMED_OUT))
                                .sureness())
                .isEqualTo(Sureness.LIKELY);
    }

    @Test
    void silenceOutsideIsNeverCertain() {
        for (boolean tried : List.of(true, false)) {
            Scene scene = new Scene().internet().router(RouterSight.silence(Optional.empty()));
            if (tried) {
                scene.outside(visit(false));
            }
            assertThat(scene.diagnose().findings())
                    .filteredOn(Finding::blocks)
                    .isNotEmpty()
                    .extracting(Finding::sureness)
                    .doesNotContain(Sureness.CERTAIN);
        }
        assertThat(answer(new Scene().internet().outside(visit(false))).sureness())
                .isEqualTo(Sureness.LIKELY);
    }

    @Test
    void whatWasNotTriedFromOutsideCantBeTold() {
        Diagnosis open = new Scene().internet().diagnose();
        assertThat(open.verdict()).isEqualTo(Verdict.CANT_TELL);
        assertThat(open.answer()).isEmpty();

        Diagnosis silent =
                new Scene().internet().router(RouterSight.silence(Optional.empty())).diagnose();
        assertThat(silent.verdict()).isEqualTo(Verdict.CANT_TELL);
        assertThat(silent.answer()).map(Finding::sureness).contains(Sureness.CANT_TELL);
    }

    @Test
    void aVisitFromOutsideProvesTheWholeWay() {
        Diagnosis diagnosis =
                new Scene()
                        .internet()
                        .router(RouterSight.silence(Optional.empty()))
                        .outside(visit(true))
                        .diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.REACHABLE);
    }

    @Test
    void aVisitOfBeforeStillCountsUntilSomethingIsFoundInTheWay() {
        assertThat(new Scene().internet().visited().diagnose().verdict())
                .isEqualTo(Verdict.REACHABLE);

        Scene forgotten =
                new Scene().internet().router(RouterSight.silence(Optional.empty())).visited();
        assertThat(forgotten.diagnose().answer()).map(Finding::cause).contains(Cause.ROUTER_SILENT);
        assertThat(forgotten.diagnose().verdict()).isEqualTo(Verdict.CANT_TELL);
    }

    @Test
    void aRouterWithoutAPublicAddressIsMostLikelyBehindAProvidersNat() {
        Finding answer =
                answer(
                        new Scene()
                                .internet()
                                .router(sight(way("", "198.51.100.9")))
                                .outside(visit(false)));

        assertThat(answer.cause()).isEqualTo(Cause.CARRIER_NAT);
        assertThat(answer.sureness()).isEqualTo(Sureness.LIKELY);
        assertThat(answer.fixes()).extracting(Fix::byNaru).containsOnly(false);
    }

    @Test
    void aVpnIsInTheWayWhereTheInternetSeesItsAddress() {
        assertThat(answer(new Scene().internet().router(sight(way("198.51.100.9", "8.8.4.4")))))
                .extracting(Finding::cause, Finding::sureness)
                .containsExactly(Cause.VPN_HAS_THE_ROUTE, Sureness.LIKELY);
        assertThat(new Scene().internet().outside(visit(true)).diagnose().verdict())
                .isEqualTo(Verdict.REACHABLE);
    }

    @Test
    void djangoGetsTheVeryHostsAndNeverAStar() {
        Finding lan = answer(new Scene().speech(django("192.168.0.7")));
        assertThat(texts(lan))
                .containsExactly(
                        "ALLOWED_HOSTS = ['localhost', '127.0.0.1', '[::1]', '192.168.0.7']");

        Finding internet =
                answer(new Scene().internet().speech(django("192.168.0.7", "198.51.100.9")));
        assertThat(texts(internet).getFirst())
                .contains("'192.168.0.7', '198.51.100.9'")
                .doesNotContain("*");
        assertThat(internet.hop()).isEqualTo(HopKind.SERVER);
        assertThat(ENGLISH.say(internet.sentence()))
                .isEqualTo(
                        "Django refuses visitors who come to 192.168.0.7: that host is not in"
                                + " ALLOWED_HOSTS.");
    }

    @Test
    void aServerThatRefusesNamesCanBePutBehindHttpMode() {
        Fix.Reopen fix = reopen(answer(new Scene().speech(django("192.168.0.7"))));

        assertThat(fix.changed().http()).isPresent();
        assertThat(fix.changed().ports()).isEqualTo(PortRange.parse("8000"));
        assertThat(fix.meaning()).isPresent();
        assertThat(reopen(answer(heldByTheServer())).changed().ports())
                .as("the server itself has 8000")
                .isEqualTo(PortRange.parse("48000"));
    }

    private static Scene heldByTheServer() {
        return new Scene()
                .listeners(Situations.listener("0.0.0.0", 8000, "python.exe"))
                .speech(django("192.168.0.7"));
    }

    @Test
    void whoAsksByANameThatHttpModeDoesNotKnowCanBeLetIn() {
        Diagnosis diagnosis =
                new Scene()
                        .inHttpMode()
                        .askedFor(7, "Home.Example.", "203.0.113.4", "[2001:db8::1]", "a.example")
                        .diagnose();

        assertThat(diagnosis.verdict()).as("others get through").isEqualTo(Verdict.REACHABLE);
        Finding note = diagnosis.notes().getFirst();
        assertThat(note.cause()).isEqualTo(Cause.ASKED_BY_OTHER_NAME);
        assertThat(ENGLISH.say(note.sentence())).contains("7", "Home.Example.");
        assertThat(note.fixes())
                .as("an IPv6 address is no name")
                .extracting(fix -> ((Fix.Reopen) fix).changed().http().orElseThrow().names())
                .containsExactly(
                        List.of("home.example"), List.of("203.0.113.4"), List.of("a.example"));
    }

    @Test
    void aForwardInHttpModeIsNotOfferedIt() {
        Scene scene = new Scene().speech(django("192.168.0.7")).inHttpMode();

        assertThat(answer(scene).fixes()).hasOnlyElementsOfType(Fix.Copy.class);
    }

    private static Fix.Reopen reopen(Finding finding) {
        return finding.fixes().stream()
                .filter(Fix.Reopen.class::isInstance)
                .map(Fix.Reopen.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void formsAreTrustedFromEveryAddressAtOnceAndNeverFromAnywhere() {
        Speech speech =
                new Speech(
                        ServerKind.DJANGO,
                        true,
                        false,
                        false,
                        List.of(
                                new Speech.Reply("localhost", 200, Optional.empty()),
                                new Speech.Reply("192.168.0.7", 200, Optional.empty()),
                                new Speech.Reply("2001:db8::7", 200, Optional.empty())),
                        Optional.of("http://192.168.0.7:8000"));

        assertThat(texts(answer(new Scene().speech(speech))))
                .containsExactly(
                        "CSRF_TRUSTED_ORIGINS = ['http://192.168.0.7:8000',"
                                + " 'http://[2001:db8::7]:8000']");
    }

    @Test
    void aPublicNetworkIsMadePrivateByAClickAndAWslThatSleepsIsStarted() {
        Scene open = new Scene().publicNetwork().policy(none -> none);
        assertThat(
                        open.diagnose().findings().stream()
                                .flatMap(each -> each.fixes().stream())
                                .filter(Fix.Make.class::isInstance)
                                .map(fix -> ((Fix.Make) fix).change()))
                .contains(new FirewallChange.TrustNetwork(Scene.NETWORK, "Ethernet"));
        Scene closed = open.stage(Stage.CLOSED).front(Result.REFUSED);
        assertThat(
                        closed.diagnose().findings().stream()
                                .filter(each -> each.cause() == Cause.NETWORK_IS_PUBLIC)
                                .map(DiagnosisTest::reopen))
                .extracting(fix -> fix.changed().trustNetwork())
                .containsExactly(true);

        Scene asleep =
                new Scene()
                        .inWsl(app.naru.wsl.NetworkingMode.NAT)
                        .wsl(app.naru.wsl.NetworkingMode.NAT, false)
                        .silent()
                        .server("127.0.0.1:8000", Result.REFUSED);
        assertThat(answer(asleep).fixes().getFirst())
                .isEqualTo(new Fix.Make(new Change.KeepDistroRunning("Ubuntu")));
        assertThat(reopen(answer(asleep.stage(Stage.CLOSED))).changed().startWsl()).isTrue();
    }

    private static Speech django(String... refused) {
        return refusing(HostRefusal.DJANGO, refused);
    }

    private static Speech refusing(HostRefusal by, String... hosts) {
        List<Speech.Reply> replies =
                java.util.Arrays.stream(hosts)
                        .map(host -> new Speech.Reply(host, 400, Optional.of(by)))
                        .toList();
        return new Speech(ServerKind.HTTP, true, false, false, replies, Optional.empty());
    }

    @Test
    void eachDevelopmentServerGetsItsOwnLine() {
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.VITE, "192.168.0.7")))))
                .containsExactly("server: { allowedHosts: ['192.168.0.7'] },");
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.WEBPACK, "192.168.0.7")))))
                .containsExactly("devServer: { allowedHosts: ['192.168.0.7'] },");
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.RAILS, "192.168.0.7")))))
                .containsExactly("config.hosts << \"192.168.0.7\"");
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.ANGULAR, "192.168.0.7")))))
                .containsExactly("\"allowedHosts\": [\"192.168.0.7\"]");
    }

    @Test
    void aNameThatIsRefusedWhereAddressesAreTakenIsOnlyWorthKnowing() {
        Diagnosis diagnosis =
                new Scene().speech(refusing(HostRefusal.VITE, "my-pc.local")).diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.REACHABLE);
        assertThat(diagnosis.notes())
                .extracting(Finding::cause)
                .contains(Cause.DEV_SERVER_REFUSES_HOST);
    }

    @Test
    void aServerOnLoopbackIsOpenedByNaruOrStartedOtherwise() {
        Finding answer =
                answer(
                        new Scene()
                                .stage(Stage.BARE)
                                .front(Result.REFUSED)
                                .speech(
                                        new Speech(
                                                ServerKind.DJANGO,
                                                true,
                                                false,
                                                false,
                                                List.of(),
                                                Optional.empty())));

        assertThat(answer.cause()).isEqualTo(Cause.LOOPBACK_ONLY);
        assertThat(answer.fixes().getFirst()).isInstanceOf(Fix.Reopen.class);
        assertThat(texts(answer)).containsExactly("python manage.py runserver 0.0.0.0:8000");
    }

    @Test
    void aServerOnLoopbackInsideOfWslIsNotTakenForOneThatDoesNotRun() {
        Scene scene =
                new Scene()
                        .inWsl(app.naru.wsl.NetworkingMode.NAT)
                        .noServer()
                        .server("127.0.0.1:8000", Result.REFUSED)
                        .server("172.28.180.2:8000", Result.REFUSED);
        assertThat(answer(scene).cause()).isEqualTo(Cause.NOTHING_LISTENS);

        scene.inside(Situations.listener("127.0.0.1", 8000, "python3"));

        assertThat(answer(scene).cause()).isEqualTo(Cause.LOOPBACK_ONLY);
    }

    @Test
    void aFirewallWhoseServiceIsStoppedBlocksNothing() {
        Diagnosis diagnosis = new Scene().policy(none -> none).service(false).diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.REACHABLE);
        assertThat(diagnosis.notes()).extracting(Finding::cause).contains(Cause.FIREWALL_OFF);
    }

    @Test
    void aBlockThatWindowsWroteByItselfCanBeRemoved() {
        String id = "TCP Query User{3DF2A1B0-1111-2222-3333-444455556666}C:\\naru.exe";
        Finding answer =
                answer(
                        new Scene()
                                .policy(all ->
                                        all.rule(PolicyStore.LOCAL, "r1", Scene.OPENED)
                                                .rule(PolicyStore.LOCAL, id, Scene.BLOCK)));

        assertThat(answer.cause()).isEqualTo(Cause.BLOCK_RULE);
        assertThat(answer.evidence())
                .extracting(each -> each.key())
                .contains("diagnosis.evidence.queryUser");
    }

    /** Naru has made no rule then, and must not say that it is the rule that is missing. */
    @Test
    void whereAPolicyWouldVoidTheRuleItIsThePolicyThatIsInTheWay() {
        Finding answer =
                answer(
                        new Scene()
                                .policy(all ->
                                        all.set(
                                                PolicyStore.GROUP_POLICY,
                                                "PrivateProfile",
                                                "AllowLocalPolicyMerge",
                                                "0")));

        assertThat(answer.cause()).isEqualTo(Cause.POLICY_IGNORES_RULES);
        assertThat(answer.sureness()).isEqualTo(Sureness.CERTAIN);
        assertThat(answer.fixes())
                .containsExactly(new Fix.ByHand(Sentence.of("diagnosis.fix.askAdministrator")));
    }

    @Test
    void aFirewallThatCantBeReadIsNotHeldToBeInTheWay() {
        Diagnosis diagnosis =
                new Scene().policy(all -> all.denyRules(PolicyStore.LOCAL)).diagnose();

        assertThat(diagnosis.answer()).isEmpty();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.CANT_TELL);
        assertThat(diagnosis.hops())
                .filteredOn(view -> view.hop() == HopKind.FIREWALL)
                .extracting(HopView::state)
                .containsOnly(HopView.State.UNKNOWN);
    }

    @Test
    void onASystemWhoseFirewallNaruDoesNotKnowItIsLeftOut() {
        Diagnosis diagnosis =
                new Scene()
                        .situation(now ->
                                Situations.linux(Situations.listener("127.0.0.1", 8000, "python3")))
                        .diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.REACHABLE);
    }

    @Test
    void aPartThatIsNotKnownIsNoCause() {
        Diagnosis diagnosis =
                new Scene()
                        .situation(now ->
                                now.withListeners(new Fact.Pending<>())
                                        .withWsl(new Fact.Pending<>())
                                        .withOutside(new Fact.Pending<>()))
                        .diagnose();

        assertThat(diagnosis.answer()).isEmpty();
    }
}
