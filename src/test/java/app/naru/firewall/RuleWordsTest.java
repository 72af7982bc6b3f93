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
        assertThat(FirewallTest.rulesOfEveryKind().stream().map(RuleWords::of).map(ENGLISH::say))
                .containsExactly(
                        "Lets in TCP port 8000 from this network to"
                                + " C:\\Program Files\\Naru\\Naru.exe, on domain networks and"
                                + " private networks",
                        "Turned off: would let in TCP port 8000 from this network to"
                                + " C:\\Program Files\\Naru\\Naru.exe, on domain networks and"
                                + " private networks",
                        "Blocks everything from C:\\g\\game.exe to anyone, on every network",
                        "Blocks everything from any program to"
                                + " 203.0.113.0/24,2001:db8::/32, on every network",
                        "Blocks everything from any program to 203.0.113.7, on every network",
                        "Blocks everything from any program to 203.0.113.7-203.0.113.9, on every"
                                + " network",
                        "Lets in UDP port 5000-5010,6000 from anyone to any program, on every"
                                + " network",
                        "Lets in UDP with port 53,5353 at the other end from anyone to any"
                                + " program, on every network",
                        "Lets in ICMPv4 (ping and its like) from anyone to any program, on every"
                                + " network",
                        "Lets in ICMPv6 (ping and its like) from anyone to any program, on every"
                                + " network",
                        "Lets in everything from anyone to any program, on every network");
    }

    @Test
    void saysItInKoreanToo() {
        List<RuleSpec> rules = FirewallTest.rulesOfEveryKind();

        assertThat(KOREAN.say(RuleWords.of(rules.get(2))))
                .isEqualTo("모든 통신 나가기 차단 (프로그램: C:\\g\\game.exe, 상대: 모든 상대, 모든 네트워크)");
        assertThat(rules.stream().map(RuleWords::of).map(KOREAN::say))
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
                .isEqualTo("Done: the Hyper-V firewall rule \"Naru - x\" is as it should be.");
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
