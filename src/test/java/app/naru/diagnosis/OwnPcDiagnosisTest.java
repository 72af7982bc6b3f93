package app.naru.diagnosis;

import static app.naru.diagnosis.Answers.answer;
import static app.naru.diagnosis.Answers.reopen;
import static app.naru.diagnosis.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Diagnosis.Verdict;
import app.naru.diagnosis.Reach.Result;
import app.naru.firewall.PolicyStore;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.FirewallChange;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.Situations;
import app.naru.server.ServerKind;
import app.naru.server.Speech;
import app.naru.wsl.NetworkingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found and offered on this PC itself: its server, WSL, network and firewall. */
final class OwnPcDiagnosisTest {

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
                                .map(Answers::reopen))
                .extracting(fix -> fix.changed().trustNetwork())
                .containsExactly(true);

        Scene asleep =
                new Scene()
                        .inWsl(NetworkingMode.NAT)
                        .wsl(NetworkingMode.NAT, false)
                        .silent()
                        .server("127.0.0.1:8000", Result.REFUSED);
        assertThat(answer(asleep).fixes().getFirst())
                .isEqualTo(new Fix.Make(new Change.KeepDistroRunning("Ubuntu")));
        assertThat(reopen(answer(asleep.stage(Stage.CLOSED))).changed().startWsl()).isTrue();
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
                        .inWsl(NetworkingMode.NAT)
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
}
