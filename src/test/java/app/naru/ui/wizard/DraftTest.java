package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import app.naru.ui.Field;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DraftTest {

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final Draft draft = draft(Optional.empty(), List.of());

    private Draft draft(Optional<Forward> existing, List<Forward> others) {
        return new Draft(existing, others, Scenes.here(situation), texts::say);
    }

    private static Forward forward(String name) {
        return new Forward(
                "0a1b2c3d",
                new ForwardName(name),
                Protocol.UDP,
                PortRange.parse("9000-9002"),
                new Listen.At(Address.parse(Scenes.LAN)),
                Target.parse("wsl:Debian:8000"),
                Audience.parse("192.168.0.0/24,10.0.0.5"),
                Lifetime.parse("1h30m"),
                Set.of(NetworkProfile.PUBLIC),
                "For the demo");
    }

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
    void saysWhatIsNoHostNameOnlyWhileItCounts() {
        draft.server().ports().text().set("8000");
        draft.http().wanted().set(true);
        draft.http().names().text().set("http://pc.example.com");
        assertThat(draft.forward()).isEmpty();
        assertThat(draft.http().complaint().getValue())
                .map(Sentence::key)
                .contains("invalid.http.name");

        draft.http().wanted().set(false);
        assertThat(draft.http().complaint().getValue()).isEmpty();
        assertThat(draft.forward()).isPresent();
    }

    @Test
    void prefillsEveryFieldOfAForwardToEditAndKeepsItsId() {
        Forward existing = forward("Demo");

        Draft editing = draft(Optional.of(existing), List.of(existing));

        assertThat(editing.forward()).contains(existing);
        assertThat(editing.editing()).isTrue();
        Draft like = draft(Optional.of(existing), List.of());
        assertThat(like.forward()).contains(existing);
        assertThat(like.editing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; invalid.port.range",
                "65536; invalid.port.range",
                "abc; invalid.port.number",
                "80-70; invalid.port.backwards",
                "8000-; invalid.port.number",
                "-1; invalid.port.number",
                "8 0; invalid.port.number",
                "99999999999; invalid.port.range",
            })
    void saysWhyAPortCanNotBe(String typed, String key) {
        draft.server().ports().text().set(typed);

        assertThat(complaint(draft.server().ports())).isEqualTo(key);
        assertThat(draft.forward()).isEmpty();
        assertThat(texts.say(draft.server().ports().complaint().get().orElseThrow())).isNotBlank();
    }

    @Test
    void complainsOfAnEmptyFieldOnlyOnceItWasTouched() {
        assertThat(draft.server().ports().complaint().get()).isEmpty();

        draft.server().ports().text().set("8");
        draft.server().ports().text().set("");

        assertThat(complaint(draft.server().ports())).isEqualTo("wizard.server.port.missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10.9.8.7; path.relay.foreignAddress",
                "192.168.0; invalid.address",
                "router; invalid.address",
                "''; wizard.addresses.address.missing",
            })
    void saysWhyAnAddressCanNotBeListenedOn(String typed, String key) {
        draft.server().ports().text().set("8000");
        draft.listen().everyAddress().set(false);
        draft.listen().address().text().set("x");
        draft.listen().address().text().set(typed);

        assertThat(complaint(draft.listen().address())).isEqualTo(key);
        assertThat(draft.forward()).isEmpty();
    }

    @Test
    void takesAnAddressOfThisPcForAsLongAsThisPcHasIt() {
        draft.server().ports().text().set("8000");
        draft.listen().everyAddress().set(false);
        draft.listen().address().text().set(Scenes.LAN);
        assertThat(draft.forward().map(Forward::listen))
                .contains(new Listen.At(Address.parse(Scenes.LAN)));

        situation.set(
                Scenes.windows()
                        .withNetwork(
                                new Fact.Known<>(
                                        new app.naru.survey.Network(List.of(), List.of()))));

        assertThat(complaint(draft.listen().address())).isEqualTo("path.relay.foreignAddress");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "192.168.0.7/24; invalid.cidr.hostBits",
                "192.168.0.0/33; invalid.cidr.prefix",
                "192.168.0.0/x; invalid.cidr",
                "friend; invalid.address",
                "internet; invalid.cidr",
                "lan; invalid.cidr",
                "192.168.0.5, 10.0.0.1/8; invalid.cidr.hostBits",
                "','; invalid.audience.empty",
            })
    void saysWhyAnAudienceCanNotBe(String typed, String key) {
        draft.server().ports().text().set("8000");
        draft.audience().who().set(AudienceDraft.Who.CHOSEN);
        draft.audience().chosen().text().set(typed);

        assertThat(complaint(draft.audience().chosen())).isEqualTo(key);
        assertThat(draft.forward()).isEmpty();
    }

    @Test
    void refusesMoreAddressesThanARuleHasRoomForWhereTheyAreTyped() {
        draft.server().ports().text().set("8000");
        draft.audience().who().set(AudienceDraft.Who.CHOSEN);
        String many =
                java.util.stream.IntStream.range(1, 120)
                        .mapToObj(last -> "192.168.0." + last)
                        .collect(java.util.stream.Collectors.joining(","));
        draft.audience().chosen().text().set(many);

        assertThat(complaint(draft.audience().chosen())).isEqualTo("invalid.audience.long");
        assertThat(draft.forward()).isEmpty();
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
    @CsvSource(
            delimiter = ';',
            value = {
                "soon; invalid.lifetime",
                "0s; invalid.lifetime.range",
                "366d; invalid.lifetime.range",
                "30m1h; invalid.lifetime",
            })
    void saysWhyATimeCanNotBe(String typed, String key) {
        draft.server().ports().text().set("8000");
        draft.audience().howLong().set(AudienceDraft.HowLong.CUSTOM);
        draft.audience().custom().text().set(typed);

        assertThat(complaint(draft.audience().custom())).isEqualTo(key);
        assertThat(draft.forward()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TWO_HOURS,2h", "HALF_AN_HOUR,30m", "EIGHT_HOURS,8h", "UNTIL_STOPPED,always"})
    void offersTheUsualTimes(AudienceDraft.HowLong offered, String time) {
        draft.server().ports().text().set("8000");
        draft.audience().howLong().set(offered);

        assertThat(draft.forward().map(Forward::lifetime)).contains(Lifetime.parse(time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a|b; invalid.name.character",
                "say \"hi\"; invalid.name.character",
                "``; invalid.name.empty",
                "All; invalid.name.all",
                "Taken; invalid.name.taken",
            })
    void saysWhyANameCanNotBe(String typed, String key) {
        Forward other = forward("taken");
        Draft one = draft(Optional.empty(), List.of(other));
        one.server().ports().text().set("8000");

        one.rule().name().text().set(typed);

        assertThat(complaint(one.rule().name())).isEqualTo(key);
        assertThat(one.forward()).isEmpty();
    }

    @Test
    void refusesANameAndADescriptionOverTheLimit() {
        draft.server().ports().text().set("8000");
        draft.rule().name().text().set("n".repeat(ForwardName.LONGEST + 1));
        draft.rule().description().text().set("d".repeat(Forward.LONGEST_DESCRIPTION + 1));

        assertThat(complaint(draft.rule().name())).isEqualTo("invalid.name.long");
        assertThat(complaint(draft.rule().description())).isEqualTo("invalid.description.long");
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
        Draft second = draft(Optional.empty(), List.of(forward("django 8000")));

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
    void wantsAsManyPortsAsTheServerHas() {
        draft.server().ports().text().set("8000-8010");
        draft.listen().ports().text().set("9000");

        assertThat(complaint(draft.listen().ports())).isEqualTo("wizard.addresses.port.count");
    }

    @Test
    void wantsAKindOfNetwork() {
        draft.server().ports().text().set("8000");
        for (NetworkProfile profile : NetworkProfile.values()) {
            draft.rule().profile(profile).set(false);
        }

        assertThat(draft.forward()).isEmpty();
        assertThat(draft.reading().get().problem().map(Sentence::key))
                .contains("invalid.forward.profiles");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "localhost; wizard.server.host.isHere",
                "127.0.0.1; wizard.server.host.isHere",
                "a b; invalid.target.host",
                "1.2.3; invalid.address",
            })
    void saysWhyADeviceCanNotBe(String typed, String key) {
        draft.server().ports().text().set("80");
        draft.server().place().set(ServerDraft.Place.DEVICE);
        draft.server().host().text().set(typed);

        assertThat(complaint(draft.server().host())).isEqualTo(key);
        assertThat(draft.forward()).isEmpty();
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

    private static String complaint(Field<?> field) {
        return field.complaint().get().map(Sentence::key).orElse("");
    }
}
