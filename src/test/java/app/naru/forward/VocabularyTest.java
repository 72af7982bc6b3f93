package app.naru.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:0,::",
        "0:0:0:0:0:0:0:1,::1",
        "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:0:0:0:0,fe80::",
        "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
        "::ffff:192.0.2.1,192.0.2.1",
        "192.0.2.1,192.0.2.1",
    })
    void writesAnAddressInItsShortForm(String typed, String text) {
        assertThat(Address.text(Address.parse(typed))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "010.0.0.1",
                "1.2.3.4:",
                ":",
                ":::",
                "1::2::3",
                "fe80::1%eth0",
                "localhost",
                "0x7f.0.0.1",
                "12345::",
                "1.2.3.4/24"
            })
    void refusesWhatIsNoAddressAndLooksNothingUp(String text) {
        assertThatThrownBy(() -> Address.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:80", "LOCALHOST:80", "127.0.0.1:80", "127.1.2.3:80", "[::1]:80",
                "[0:0:0:0:0:0:0:1]:80", "0.0.0.0:80", "[::]:80", "80", " 80 "
            })
    void knowsThisPcByItsNames(String text) {
        assertThat(Target.parse(text)).isEqualTo(new Target.ThisPc(new Port(80)));
    }

    @Test
    void readsTargetsInWslAndOnOtherDevices() {
        assertThat(Target.parse("WSL:80")).isEqualTo(new Target.InWsl("", new Port(80)));
        assertThat(Target.parse("wsl:Ubuntu-24.04:80"))
                .isEqualTo(new Target.InWsl("Ubuntu-24.04", new Port(80)));
        assertThat(Target.parse("127.example:80"))
                .isEqualTo(new Target.Device("127.example", new Port(80)));
        assertThat(Target.parse("[FD00:0::7]:80")).hasToString("[fd00::7]:80");
        assertThat(Target.parse("nas:80").withPort(new Port(81))).hasToString("nas:81");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.0,false",
        "192.168.4.0/22,192.168.7.255,true",
        "192.168.4.0/22,192.168.8.0,false",
        "0.0.0.0/0,203.0.113.1,true",
        "0.0.0.0/0,fd00::1,false",
        "192.168.0.7,192.168.0.7,true",
        "fd00::/8,fdff::1,true",
        "fd00::/8,fe00::1,false",
        "10.0.0.0/8,::ffff:10.1.1.1,true",
    })
    void knowsWhatIsInASubnet(String subnet, String address, boolean inside) {
        assertThat(Cidr.parse(subnet).contains(Address.parse(address))).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1h 30m",
                "1 h 30 min",
                "1 hour 30 minutes",
                "90 Minutes",
                "1시간 30분",
                "1시간30분",
                "90분"
            })
    void aLifetimeMayBeWrittenInWords(String words) {
        assertThat(Lifetime.parse(words)).hasToString("1h30m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h 30", "30분 1시간", "1 hour and a half", "두 시간", "-1h", "1.5h", " "})
    void whatIsNoLifetimeIsRefused(String words) {
        assertThatThrownBy(() -> Lifetime.parse(words)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLifetimeEndsWhenItSays() {
        Instant start = Instant.parse("2026-11-22T17:00:00Z");
        assertThat(Lifetime.parse("1h30m").end(start))
                .contains(Instant.parse("2026-11-22T18:30:00Z"));
        assertThat(Lifetime.parse("90m")).isEqualTo(Lifetime.parse("1h30m")).hasToString("1h30m");
        assertThat(Lifetime.parse("Always").end(start)).isEmpty();
        assertThat(new Lifetime.For(Duration.ofMillis(1_500))).hasToString("1s");
        assertThatThrownBy(() -> Lifetime.parse("0s"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal ->
                                assertThat(refusal.sentence())
                                        .isEqualTo(
                                                Sentence.of("invalid.lifetime.range", "0s", 365)));
    }

    @Test
    void portRangesKnowWhatTheyHold() {
        PortRange range = PortRange.parse("8000 - 8010");
        assertThat(range.size()).isEqualTo(11);
        assertThat(range.ports()).hasSize(11).first().isEqualTo(new Port(8000));
        assertThat(range.contains(new Port(8010))).isTrue();
        assertThat(range.contains(new Port(8011))).isFalse();
        assertThat(range.movedTo(new Port(65_525))).hasToString("65525-65535");
        assertThatThrownBy(() -> range.movedTo(new Port(65_526))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aNewForwardGetsAMarkOfItsOwn() {
        assertThat(Forward.newId()).matches("[0-9a-f]{8}").isNotEqualTo(Forward.newId());
    }
}
