package app.naru.ui.wizard;

import static app.naru.ui.wizard.Drafts.forward;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import app.naru.ui.Field;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an answer that can not be, beside the field that it stands in. */
final class DraftComplaintsTest {

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final Draft draft = Drafts.empty(situation);

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
                Scenes.windows().withNetwork(new Fact.Known<>(new Network(List.of(), List.of()))));

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
                IntStream.range(1, 120)
                        .mapToObj(last -> "192.168.0." + last)
                        .collect(Collectors.joining(","));
        draft.audience().chosen().text().set(many);

        assertThat(complaint(draft.audience().chosen())).isEqualTo("invalid.audience.long");
        assertThat(draft.forward()).isEmpty();
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
        Draft one = Drafts.beside(situation, List.of(other));
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

    private static String complaint(Field<?> field) {
        return field.complaint().get().map(Sentence::key).orElse("");
    }
}
