package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.NetworkProfile;
import app.naru.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleTextTest {

    private static final String START = "v2.31|Action=Allow|Active=TRUE|Dir=In|";

    /** Returns rules as real PCs have them, and the specification's example. */
    static Stream<String> samples() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        RuleTextTest.class.getResourceAsStream("rule-samples.txt")),
                                StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesARealRuleAsItWasRead(String sample) {
        assertThat(FirewallRule.decode(sample).encode()).isEqualTo(sample);
    }

    @Test
    void understandsARealRule() {
        FirewallRule rule = FirewallRule.decode(samples().skip(10).findFirst().orElseThrow());

        assertThat(rule.action()).isEqualTo(Action.ALLOW);
        assertThat(rule.direction()).isEqualTo(Direction.IN);
        assertThat(rule.active()).isTrue();
        assertThat(rule.protocol()).isEqualTo(FirewallRule.TCP);
        assertThat(rule.profiles())
                .containsExactlyInAnyOrder(NetworkProfile.DOMAIN, NetworkProfile.PRIVATE);
        assertThat(rule.localPorts()).hasToString("[7680]");
        assertThat(rule.remotePorts()).isEmpty();
        assertThat(rule.remoteAddresses()).hasToString("[LocalSubnet, LocalSubnet]");
        assertThat(rule.remoteAddresses())
                .extracting(AddressMatch::isV6)
                .containsExactly(false, true);
        assertThat(rule.program()).isEqualTo("%SystemRoot%\\system32\\svchost.exe");
        assertThat(rule.service()).isEqualTo("dosvc");
        assertThat(rule.name()).isEqualTo("@%systemroot%\\system32\\dosvc.dll,-102");
        assertThat(rule.group()).isEqualTo("@%systemroot%\\system32\\dosvc.dll,-100");
        assertThat(rule.text().version()).isEqualTo("2.30");
    }

    @Test
    void takesARuleWithoutActiveForDisabled() {
        assertThat(FirewallRule.decode("v2.10|Action=Allow|Dir=In|").active()).isFalse();
    }

    @Test
    void takesARuleWithoutProfileForOneOnEveryNetwork() {
        assertThat(FirewallRule.decode(START).profiles())
                .containsExactlyInAnyOrder(NetworkProfile.values());
    }

    @Test
    void takesARuleWithoutProtocolForOneAboutAll() {
        assertThat(FirewallRule.decode(START).protocol()).isEqualTo(FirewallRule.ANY_PROTOCOL);
    }

    @Test
    void addsUpWhatIsThereMoreThanOnce() {
        FirewallRule rule =
                FirewallRule.decode(
                        START
                                + "Protocol=6|LPort=80|LPort2_10=8000-8010|LPort=IPHTTPSIn|RPort=1|RPort2_10=2-3"
                                + "|LA4=10.0.0.0/255.0.0.0|LA4=192.168.0.1-192.168.0.9|LA6=fe80::/10"
                                + "|RA4=10.1.2.3|RA4=DNS|RA6=fd00::1-fd00::ff|RA42=IntErnet|RA62=IntrAnet|");

        assertThat(rule.localPorts()).hasToString("[80, 8000-8010, IPHTTPSIn]");
        assertThat(rule.remotePorts()).hasToString("[1, 2-3]");
        assertThat(rule.localAddresses())
                .hasToString("[10.0.0.0/8, 192.168.0.1-192.168.0.9, fe80::/10]");
        assertThat(rule.remoteAddresses())
                .hasToString("[10.1.2.3, DNS, fd00::1-fd00::ff, IntErnet, IntrAnet]");
    }

    @Test
    void readsIcmpTypes() {
        assertThat(FirewallRule.decode(START + "Protocol=1|ICMP4=8:*|ICMP4=3:4|").icmp())
                .hasToString("[8:*, 3:4]");
    }

    @Test
    void readsKeysAndWordsInAnyCaseAndKeepsThemAsWritten() {
        String text = "V2.31|ACTION=allow|active=true|dir=IN|protocol=6|Rport=5|PROFILE=public|";
        FirewallRule rule = FirewallRule.decode(text);

        assertThat(rule.active()).isTrue();
        assertThat(rule.remotePorts()).hasToString("[5]");
        assertThat(rule.profiles()).containsExactly(NetworkProfile.PUBLIC);
        assertThat(rule.encode()).isEqualTo(text);
    }

    @Test
    void keepsUnknownKeysInTheirPlace() {
        String text = "v2.99|New=1|Action=Allow|New=a=b|Dir=In|ComptId=|";
        FirewallRule rule = FirewallRule.decode(text);

        assertThat(rule.encode()).isEqualTo(text);
        assertThat(rule.text().unknown())
                .extracting(RuleText.Field::toString)
                .containsExactly("New=1", "New=a=b", "ComptId=");
    }

    @Test
    void takesEverythingBehindTheFirstEqualsSignForTheValue() {
        FirewallRule rule = FirewallRule.decode(START + "App=C:\\a=b\\c.exe|Name=x=y=|");

        assertThat(rule.program()).isEqualTo("C:\\a=b\\c.exe");
        assertThat(rule.name()).isEqualTo("x=y=");
    }

    @Test
    void addsTheMissingBarAtTheEnd() {
        assertThat(FirewallRule.decode("v2.10|Action=Allow|Dir=Out").encode())
                .isEqualTo("v2.10|Action=Allow|Dir=Out|");
    }

    @ParameterizedTest
    @EnumSource
    void knowsEachKeyAndKeepsItsValue(RuleKey key) {
        String value =
                switch (key) {
                    case ACTION -> "ByPass";
                    case ACTIVE, EDGE, LSM, LOM, PCROSS, AUTHBYPASSOUT -> "TRUE";
                    case DIR -> "Out";
                    case PROTOCOL -> "255";
                    case PROFILE -> "Domain";
                    case LPORT, RPORT -> "65535";
                    case LPORT2_10, RPORT2_10 -> "0-65535";
                    case LPORT2_20 -> "Ply2Disc";
                    case LPORT2_24, LPORT2_25 -> "mDNS";
                    case LPORT2_29 -> "TcpCDPSvc";
                    case RPORT2_28 -> "CortanaOut";
                    case ICMP4, ICMP6 -> "255:255";
                    case LA4, RA4 -> "10.0.0.0/255.255.128.0";
                    case LA6, RA6 -> "fd00::/7";
                    case RA42, RA62 -> "CaptivePortal";
                    case PLATFORM -> "2:6:2";
                    case SKIPVER -> "2.20";
                    default -> "text of any kind";
                };
        String rest =
                (key == RuleKey.ACTION ? "" : "Action=Block|")
                        + (key == RuleKey.DIR ? "" : "Dir=In|");
        String text = "v2.33|" + rest + key.text() + "=" + value + "|";

        FirewallRule rule = FirewallRule.decode(text);

        assertThat(rule.encode()).isEqualTo(text);
        assertThat(rule.text().values(key)).containsExactly(value);
        assertThat(rule.text().unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "head;''",
                "head;v2.10",
                "head;2.10|Action=Allow|Dir=In|",
                "head;v2|Action=Allow|Dir=In|",
                "head;v2.256|Action=Allow|Dir=In|",
                "head;v999.1|Action=Allow|Dir=In|",
                "head;v2.1000|Action=Allow|Dir=In|",
                "head;|Action=Allow|Dir=In|",
                "empty;v2.10|",
                "field;v2.10||Action=Allow|Dir=In|",
                "field;v2.10|Action=Allow|Dir=In||",
                "field;v2.10|Action=Allow|Dir=In|nonsense|",
                "field;v2.10|=x|Action=Allow|Dir=In|",
                "missing;v2.10|Action=Allow|",
                "missing;v2.10|Dir=In|",
                "twice;v2.10|Action=Allow|action=Block|Dir=In|",
                "twice;v2.10|Action=Allow|Dir=In|Name=a|Name=b|",
                "value;v2.10|Action=Permit|Dir=In|",
                "value;v2.10|Action=|Dir=In|",
                "value;v2.10|Action=Allow|Dir=Sideways|",
                "value;v2.10|Action=Allow|Dir=In|Active=yes|",
                "value;v2.10|Action=Allow|Dir=In|Protocol=256|",
                "value;v2.10|Action=Allow|Dir=In|Protocol=tcp|",
                "value;v2.10|Action=Allow|Dir=In|Profile=Standard|",
                "value;v2.10|Action=Allow|Dir=In|App=|",
                "value;v2.10|Action=Allow|Dir=In|Platform=Windows|",
                "port;v2.10|Action=Allow|Dir=In|Protocol=6|LPort=65536|",
                "port;v2.10|Action=Allow|Dir=In|Protocol=6|LPort=90-80|",
                "port;v2.10|Action=Allow|Dir=In|Protocol=6|LPort=-1|",
                "port;v2.10|Action=Allow|Dir=In|Protocol=6|LPort=80-|",
                "port;v2.10|Action=Allow|Dir=In|Protocol=6|LPort=80,81|",
                "port;v2.10|Action=Allow|Dir=In|Protocol=6|LPort=٨٠|",
                "port;v2.10|Action=Allow|Dir=In|Protocol=6|LPort=|",
                "icmp;v2.10|Action=Allow|Dir=In|Protocol=1|ICMP4=8|",
                "icmp;v2.10|Action=Allow|Dir=In|Protocol=1|ICMP4=256:0|",
                "icmp;v2.10|Action=Allow|Dir=In|Protocol=1|ICMP4=8:256|",
                "address;v2.10|Action=Allow|Dir=In|RA4=1.2.3|",
                "address;v2.10|Action=Allow|Dir=In|RA4=1.2.3.256|",
                "address;v2.10|Action=Allow|Dir=In|RA4=10.0.0.0/33|",
                "address;v2.10|Action=Allow|Dir=In|RA4=10.0.0.0/255.0.255.0|",
                "address;v2.10|Action=Allow|Dir=In|RA4=10.0.0.9-10.0.0.1|",
                "address;v2.10|Action=Allow|Dir=In|RA4=fd00::1|",
                "address;v2.10|Action=Allow|Dir=In|RA6=10.0.0.1|",
                "address;v2.10|Action=Allow|Dir=In|RA6=fd00::/129|",
                "address;v2.10|Action=Allow|Dir=In|RA6=fd00::/ffff::|",
                "address;v2.10|Action=Allow|Dir=In|RA4=|",
            })
    void refusesWhatIsNoRuleAndSaysWhy(String flaw, String text) {
        assertThatThrownBy(() -> FirewallRule.decode(text))
                .isInstanceOfSatisfying(
                        MalformedRule.class,
                        e -> {
                            assertThat(e.sentence().key()).isEqualTo("firewall.malformed." + flaw);
                            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                                assertThat(Texts.in(language).say(e.sentence())).isNotBlank();
                            }
                        });
    }

    @Test
    void refusesATextBeyondAllMeasureWithoutQuotingItWhole() {
        assertThatThrownBy(() -> FirewallRule.decode(START + "Name=" + "x".repeat(1_000_000) + "|"))
                .isInstanceOf(MalformedRule.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void holdsAThousandAddresses() {
        FirewallRule rule = FirewallRule.decode(START + "RA4=10.1.2.3|".repeat(1_000));

        assertThat(rule.remoteAddresses()).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "|"})
    void neverWritesABarWithinAValue(String value) {
        assertThatThrownBy(() -> RuleText.Field.of("Name", value))
                .isInstanceOf(MalformedRule.class);
    }
}
