package app.naru.diagnosis;

import static app.naru.diagnosis.Answers.answer;
import static app.naru.diagnosis.Scene.sight;
import static app.naru.diagnosis.Scene.visit;
import static app.naru.diagnosis.Scene.way;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Diagnosis.Verdict;
import app.naru.diagnosis.Reach.Result;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.survey.Fact;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which answer is given, and how sure it is. */
final class DiagnosisTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

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
