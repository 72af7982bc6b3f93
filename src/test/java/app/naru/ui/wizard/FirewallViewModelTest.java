package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.FakePolicy;
import app.naru.firewall.FirewallState;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.PortProxy;
import app.naru.firewall.Verdict;
import app.naru.firewall.Verdict.Answer;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.path.Forecast;
import app.naru.path.Offer;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

final class FirewallViewModelTest {

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private final Draft draft =
            new Draft(
                    Optional.empty(),
                    List.of(),
                    Scenes.here(situation),
                    Texts.in(Locale.ENGLISH)::say);
    private final FirewallViewModel page = new FirewallViewModel(draft);

    private String command() {
        return page.command().get();
    }

    @Test
    void offersToMakeAPublicNetworkPrivate() {
        assertThat(page.mayTrust().get()).isFalse();

        situation.set(
                Scenes.windows()
                        .withNetwork(new Fact.Known<>(Scenes.network(NetworkProfile.PUBLIC))));
        assertThat(page.mayTrust().get()).isTrue();

        draft.server().ports().text().set("8000");
        draft.rule().trustNetwork().set(true);

        assertThat(draft.forward().map(Forward::trustNetwork)).contains(true);
    }

    @Test
    void theCommandFollowsEachField() {
        assertThat(command()).isEmpty();

        draft.server().ports().text().set("8000");
        assertThat(command())
                .startsWith("netsh advfirewall firewall add rule name=")
                .contains("Naru - Django 8000 [" + draft.id() + "]")
                .contains("dir=in action=allow")
                .contains("program=C:\\Naru\\naru.exe")
                .contains("protocol=tcp localport=8000 remoteip=localsubnet profile=domain,private")
                .doesNotContain("description");

        draft.listen().ports().text().set("9000");
        assertThat(command()).contains("localport=9000");

        draft.server().protocol().set(Protocol.UDP);
        assertThat(command()).contains("protocol=udp");

        draft.audience().who().set(AudienceDraft.Who.CHOSEN);
        draft.audience().chosen().text().set("10.0.0.0/8, 192.168.0.5");
        assertThat(command()).contains("remoteip=10.0.0.0/8,192.168.0.5");

        draft.audience().who().set(AudienceDraft.Who.INTERNET);
        draft.audience().internetUnderstood().set(true);
        assertThat(command()).contains("remoteip=any");

        draft.rule().profile(NetworkProfile.DOMAIN).set(false);
        assertThat(command()).contains("profile=private");

        draft.rule().profile(NetworkProfile.DOMAIN).set(true);
        draft.rule().profile(NetworkProfile.PUBLIC).set(true);
        assertThat(command()).contains("profile=any");

        draft.rule().name().text().set("Mine");
        assertThat(command()).contains("Naru - Mine [");

        draft.rule().description().text().set("For the demo");
        assertThat(command()).contains("description=\"For the demo\"");
    }

    @Test
    void showsNoCommandWhileAFieldIsWrong() {
        draft.server().ports().text().set("8000");
        draft.rule().name().text().set("a|b");

        assertThat(command()).isEmpty();
    }

    @Test
    void saysWhereTheRuleIsNotMade() {
        draft.server().ports().text().set("8000");
        assertThat(page.notHere().get()).isEmpty();

        situation.set(Scenes.linux());

        assertThat(page.notHere().get())
                .hasValueSatisfying(sentence ->
                        assertThat(Texts.in(Locale.ENGLISH).say(sentence))
                                .endsWith("If one is on, let TCP port 8000 in there."));
        assertThat(page.rule().get()).isEmpty();
    }

    @Test
    void saysWhatWindowsTakesThisNetworkFor() {
        assertThat(page.profileNote().get().map(Sentence::key))
                .contains("wizard.firewall.profile.now");

        draft.rule().profile(NetworkProfile.PRIVATE).set(false);

        assertThat(page.profileNote().get().map(Sentence::key)).contains("path.lan.profile");
    }

    @Test
    void saysNothingOfANetworkThatIsNotKnown() {
        situation.set(Scenes.windows().withNetwork(new Fact.Pending<>()));

        assertThat(page.profileNote().get()).isEmpty();
    }

    private void firewall(FakePolicy policy) {
        Situation now = situation.get();
        situation.set(
                now.withWindows(
                        now.windows()
                                .withFirewall(
                                        new Fact.Known<>(
                                                new FirewallState(
                                                        policy.read(),
                                                        new PortProxy(List.of(), List.of()))))));
    }

    @Test
    void saysWhatTheFirewallDoesNowAndThen() {
        firewall(new FakePolicy());
        draft.server().ports().text().set("8000");

        assertThat(page.blocked().get()).isEmpty();
        Forecast forecast = page.forecast().get().orElseThrow();
        assertThat(forecast.now().answer()).isEqualTo(Answer.BLOCKED);
        assertThat(said(forecast.now())).startsWith("The firewall blocks it: no rule is about it");
        assertThat(forecast.then().answer()).isEqualTo(Answer.ALLOWED);
        assertThat(said(forecast.then()))
                .startsWith("The firewall lets it through: the rule")
                .contains("Naru - Django 8000");
    }

    private static String said(Verdict verdict) {
        return Texts.in(Locale.ENGLISH).say(verdict.sentence());
    }

    @Test
    void saysThatARuleWouldDoNothingInsteadOfShowingOne() {
        firewall(
                new FakePolicy()
                        .set(
                                PolicyStore.GROUP_POLICY,
                                "PrivateProfile",
                                "AllowLocalPolicyMerge",
                                "0")
                        .set(
                                PolicyStore.GROUP_POLICY,
                                "DomainProfile",
                                "AllowLocalPolicyMerge",
                                "0"));
        draft.server().ports().text().set("8000");

        assertThat(command()).isEmpty();
        assertThat(page.forecast().get()).isEmpty();
        assertThat(page.blocked().get().map(Texts.in(Locale.ENGLISH)::say))
                .contains(
                        "Naru makes no rule here, for it would do nothing. The firewall blocks it: a"
                                + " policy makes this PC's own rules not count.");
    }

    @Test
    void removesABlockOfWindowsOnlyWhenThePersonAgrees() {
        firewall(
                new FakePolicy()
                        .rule(
                                PolicyStore.LOCAL,
                                "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}c:\\naru\\naru.exe",
                                "v2.33|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Private"
                                        + "|App=c:\\naru\\naru.exe|Name=Naru|Defer=User|"));
        draft.server().ports().text().set("8000");
        Offer offer = page.offers().get().getFirst();
        assertThat(page.blocked().get().map(Sentence::key))
                .contains("wizard.firewall.verdict.blocked");
        assertThat(draft.plan().orElseThrow().changes()).doesNotContain(offer.change());

        page.agree(offer.change(), true);

        assertThat(draft.plan().orElseThrow().changes()).startsWith(offer.change());
        assertThat(page.blocked().get()).isEmpty();
        assertThat(page.offers().get()).containsExactly(offer);

        page.agree(offer.change(), false);
        assertThat(draft.plan().orElseThrow().changes()).doesNotContain(offer.change());
    }
}
