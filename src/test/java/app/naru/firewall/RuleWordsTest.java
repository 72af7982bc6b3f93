package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleWordsTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Texts KOREAN = Texts.in(Locale.KOREAN);

    @Test
    void saysWhatEachKindOfRuleDoes() {
        assertThat(
                        FirewallTest.rulesOfEveryKind().stream()
                                .map((RuleSpec rule) -> RuleWords.of(rule))
                                .map(ENGLISH::say))
                .containsExactly(
                        "Lets devices of this network reach C:\\Program Files\\Naru\\Naru.exe on"
                                + " TCP port 8000, in domain networks and private networks",
                        "Turned off. When on: Lets devices of this network reach"
                                + " C:\\Program Files\\Naru\\Naru.exe on TCP port 8000, in domain"
                                + " networks and private networks",
                        "Keeps C:\\g\\game.exe from reaching any device over any protocol",
                        "Keeps any program from reaching 203.0.113.0/24, 2001:db8::/32 over any"
                                + " protocol",
                        "Keeps any program from reaching 203.0.113.7 over any protocol",
                        "Keeps any program from reaching 203.0.113.7-203.0.113.9 over any"
                                + " protocol",
                        "Lets any device reach any program on UDP port 5000-5010, 6000",
                        "Lets any device reach any program from UDP port 53, 5353 of the other"
                                + " end",
                        "Lets any device reach any program over ICMPv4 (ping and its like)",
                        "Lets any device reach any program over ICMPv6 (ping and its like)",
                        "Lets any device reach any program over any protocol",
                        "Lets any device reach the service Spooler over any protocol. Only at"
                                + " 192.168.0.10, fd00::/64 of this PC. Only over Wi-Fi",
                        "Lets any device reach any service over any protocol. Only at"
                                + " 10.0.0.1-10.0.0.9, 10.1.0.0/16 of this PC. Also through a tunnel"
                                + " past the router (edge traversal)",
                        "Lets any device reach any program by ping (ICMPv4). Only over cable. The"
                                + " program may ask for a tunnel past the router (edge traversal)",
                        "Lets any device reach any program by ping (ICMPv6). Only over VPN and"
                                + " dial-up. You may be asked about a tunnel past the router (edge"
                                + " traversal)");
    }

    @Test
    void saysItInKoreanToo() {
        List<RuleSpec> rules = FirewallTest.rulesOfEveryKind();

        assertThat(KOREAN.say(RuleWords.of(rules.get(2))))
                .isEqualTo("C:\\g\\game.exe 프로그램에서 모든 기기에 모든 프로토콜로 접속하지 못하게 막습니다");
        assertThat(rules.stream().map((RuleSpec rule) -> RuleWords.of(rule)).map(KOREAN::say))
                .doesNotHaveDuplicates()
                .noneMatch(words -> words.contains("{"));
    }

    @Test
    void namesWhatAnOutcomeIsAbout() {
        HyperVRule rule =
                new HyperVRule(
                        "Naru-0123abcd",
                        new RuleName("Naru - x"),
                        Protocol.UDP,
                        PortRange.of(5000),
                        List.of(),
                        Set.of(NetworkProfile.PRIVATE));
        PortProxyEntry entry =
                PortProxyEntry.parse(PortProxyEntry.Family.V4TOV4, "*/80", "10.0.0.1/8080");

        assertThat(ENGLISH.say(RuleWords.of(rule)))
                .isEqualTo("Lets UDP port 5000 in to WSL, and nothing else");
        assertThat(ENGLISH.say(new RuleOutcome.Done().sentence(RuleWords.named(rule))))
                .isEqualTo("Done: the Hyper-V firewall rule \"Naru - x\".");
        assertThat(ENGLISH.say(new RuleOutcome.NotSo(1).sentence(RuleWords.named(entry))))
                .isEqualTo(
                        "Windows ended the command with code 1, and the port proxy entry from *:80"
                                + " to 10.0.0.1:8080 is not as it should be.");
        assertThat(ENGLISH.say(new RuleOutcome.TimedOut().sentence(RuleWords.blocksOf("a.exe"))))
                .isEqualTo(
                        "Windows did not finish in time with the rules by which Windows blocks"
                                + " a.exe. Try again.");
    }
}
