package app.naru.ui.wizard;

import static app.naru.ui.wizard.Drafts.forward;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.ui.AudienceDraft;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for, and the forward that the answers make. */
final class DraftTest {

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private final Draft draft = Drafts.empty(situation);

    @Test
    void asksForNothingButThePort() {
        assertThat(draft.forward()).isEmpty();

        draft.server().ports().text().set("8000");

        Forward forward = draft.forward().orElseThrow();
        assertThat(forward.protocol()).isEqualTo(Protocol.TCP);
        assertThat(forward.ports()).isEqualTo(PortRange.of(8000));
        assertThat(forward.target()).isEqualTo(Target.parse("8000"));
        assertThat(forward.listen()).isEqualTo(new Listen.LanAddresses());
        assertThat(forward.audience()).isEqualTo(new Audience.ThisNetwork());
        assertThat(forward.lifetime()).isEqualTo(new Lifetime.For(Duration.ofHours(2)));
        assertThat(forward.profiles())
                .containsExactly(NetworkProfile.DOMAIN, NetworkProfile.PRIVATE);
    }

    @Test
    void isInHttpModeForOneTcpPortAlone() {
        draft.server().ports().text().set("8000");
        assertThat(draft.forward().orElseThrow().http()).isEmpty();

        draft.http().wanted().set(true);
        draft.http().names().text().set("PC.example.com");
        assertThat(draft.forward().orElseThrow().http())
                .contains(HttpNames.parse("pc.example.com"));

        draft.server().ports().text().set("8000-8001");
        assertThat(draft.http().possible().get()).isFalse();
        assertThat(draft.forward().orElseThrow().http()).isEmpty();
        draft.server().ports().text().set("8000");
        draft.server().protocol().set(Protocol.UDP);
        assertThat(draft.forward().orElseThrow().http()).isEmpty();
    }

    @Test
    void prefillsEveryFieldOfAForwardToEditAndKeepsItsId() {
        Forward existing = forward("Demo");

        Draft editing = Drafts.like(existing, situation, List.of(existing));

        assertThat(editing.forward()).contains(existing);
        assertThat(editing.editing()).isTrue();
        Draft like = Drafts.like(existing, situation, List.of());
        assertThat(like.forward()).contains(existing);
        assertThat(like.editing()).isFalse();
    }

    @Test
    void takesSeveralAddressesAndSubnets() {
        draft.server().ports().text().set("8000");
        draft.audience().who().set(AudienceDraft.Who.CHOSEN);
        draft.audience().chosen().text().set("192.168.0.5, 10.0.0.0/8\nfd00::/8");

        assertThat(draft.forward().map(Forward::audience))
                .contains(
                        new Audience.Chosen(
                                List.of(
                                        Cidr.parse("192.168.0.5"),
                                        Cidr.parse("10.0.0.0/8"),
                                        Cidr.parse("fd00::/8"))));
    }

    @Test
    void opensToTheInternetOnlyOnceItsMeaningIsConfirmed() {
        draft.server().ports().text().set("8000");
        draft.audience().who().set(AudienceDraft.Who.INTERNET);
        assertThat(draft.forward()).isEmpty();

        draft.audience().internetUnderstood().set(true);

        assertThat(draft.forward().map(Forward::audience)).contains(new Audience.Internet());
    }

    @ParameterizedTest
    @CsvSource({"TWO_HOURS,2h", "HALF_AN_HOUR,30m", "EIGHT_HOURS,8h", "UNTIL_STOPPED,always"})
    void offersTheUsualTimes(AudienceDraft.HowLong offered, String time) {
        draft.server().ports().text().set("8000");
        draft.audience().howLong().set(offered);

        assertThat(draft.forward().map(Forward::lifetime)).contains(Lifetime.parse(time));
    }

    @Test
    void namesTheForwardAfterItsServerUntilAnotherNameIsGiven() {
        draft.server().ports().text().set("8000");
        assertThat(draft.rule().name().text().get()).isEqualTo("Django 8000");

        draft.server().ports().text().set("8001");
        assertThat(draft.rule().name().text().get()).isEqualTo("Server 8001");

        draft.rule().name().text().set("Mine");
        draft.server().ports().text().set("8000");
        assertThat(draft.rule().name().text().get()).isEqualTo("Mine");
    }

    @Test
    void suggestsANameThatIsFree() {
        Draft second = Drafts.beside(situation, List.of(forward("django 8000")));

        second.server().ports().text().set("8000");

        assertThat(second.rule().name().text().get()).isEqualTo("Django 8000 (2)");
        assertThat(second.forward()).isPresent();
    }

    @Test
    void opensTheServersOwnPortUntilAnotherIsGiven() {
        draft.server().ports().text().set("8000-8010");
        assertThat(draft.listen().ports().text().get()).isEqualTo("8000-8010");

        draft.listen().ports().text().set("9000-9010");
        draft.server().ports().text().set("7000-7010");

        Forward forward = draft.forward().orElseThrow();
        assertThat(forward.ports()).isEqualTo(PortRange.parse("9000-9010"));
        assertThat(forward.target().port().number()).isEqualTo(7000);
    }

    @Test
    void allowsTheKindOfNetworkThatThisPcIsOnUntilAnotherIsChosen() {
        draft.server().ports().text().set("8000");
        situation.set(
                Scenes.windows()
                        .withNetwork(new Fact.Known<>(Scenes.network(NetworkProfile.PUBLIC))));
        assertThat(draft.forward().orElseThrow().profiles())
                .isEqualTo(EnumSet.allOf(NetworkProfile.class));

        draft.rule().profile(NetworkProfile.PUBLIC).set(false);
        situation.set(
                Scenes.windows()
                        .withNetwork(new Fact.Known<>(Scenes.network(NetworkProfile.DOMAIN))));

        assertThat(draft.forward().orElseThrow().profiles())
                .containsExactly(NetworkProfile.DOMAIN, NetworkProfile.PRIVATE);
    }

    @Test
    void findsTheServerOnAnotherDeviceAndInWsl() {
        draft.server().ports().text().set("80");
        draft.server().place().set(ServerDraft.Place.DEVICE);
        draft.server().host().text().set("nas.local");
        assertThat(draft.forward().map(Forward::target)).contains(Target.parse("nas.local:80"));

        draft.server().place().set(ServerDraft.Place.WSL);
        draft.server().distro().set("Debian");
        assertThat(draft.forward().map(Forward::target)).contains(Target.parse("wsl:Debian:80"));
    }
}
