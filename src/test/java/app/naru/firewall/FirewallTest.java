package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Cidr;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FirewallTest {

    private static final RuleName NAME = new RuleName("Naru - Django [0123abcd]");
    private static final RuleSpec RULE =
            new RuleSpec(
                    NAME,
                    "Lets the phone see it",
                    Optional.of("C:\\Program Files\\Naru\\Naru.exe"),
                    Protocol.TCP,
                    PortRange.of(8000),
                    new Remote.LocalSubnet(),
                    Set.of(NetworkProfile.PRIVATE, NetworkProfile.DOMAIN));
    private static final String TEXT =
            "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|Profile=Private|LPort=8000"
                    + "|RA4=LocalSubnet|RA6=LocalSubnet|App=C:\\Program Files\\Naru\\Naru.exe"
                    + "|Name=Naru - Django [0123abcd]|Desc=Lets the phone see it|";

    private final FakeWindows windows = new FakeWindows();
    private final Firewall firewall = new Firewall(windows);

    static List<RuleSpec> rulesOfEveryKind() {
        RuleSpec block = Denying.program(NAME, "C:\\g\\game.exe");
        return List.of(
                RULE,
                RULE.enabled(false),
                block,
                Denying.addresses(NAME, Remote.parse("203.0.113.0/24,2001:db8::/32")),
                Denying.addresses(NAME, Remote.parse("203.0.113.7")),
                Denying.addresses(NAME, Remote.parse("203.0.113.7-203.0.113.9")),
                spec(RuleProtocol.UDP, "5000-5010,6000", "any"),
                spec(RuleProtocol.UDP, "any", "53,5353"),
                spec(RuleProtocol.ICMPV4, "any", "any"),
                spec(RuleProtocol.ICMPV6, "any", "any"),
                spec(RuleProtocol.ANY, "any", "any"),
                detailed("service=Spooler localip=192.168.0.10,fd00::/64 interfacetype=wireless"),
                detailed("service=any edge=yes localip=10.0.0.1-10.0.0.9,10.1.0.0/16"),
                detailed("protocol=icmpv4:8,0 interfacetype=lan edge=deferapp"),
                detailed("protocol=icmpv6:128,any interfacetype=ras edge=deferuser"));
    }

    /** Returns a rule with what few have, as netsh writes it. */
    static RuleSpec detailed(String values) {
        return NetshLine.parse(
                        "netsh advfirewall firewall add rule name=\"%s\" dir=in action=allow %s"
                                .formatted(NAME, values))
                .rule();
    }

    private static RuleSpec spec(RuleProtocol protocol, String ports, String remotePorts) {
        return new RuleSpec(
                NAME,
                "",
                Direction.IN,
                Action.ALLOW,
                Optional.empty(),
                protocol,
                PortList.parse(ports),
                PortList.parse(remotePorts),
                new Remote.Anyone(),
                Set.of(NetworkProfile.values()),
                RuleDetails.NONE,
                true);
    }

    @ParameterizedTest
    @MethodSource("rulesOfEveryKind")
    void makesARuleOnceReadsItBackAndRemovesIt(RuleSpec rule) throws IOException {
        assertThat(firewall.state(rule)).isEqualTo(RuleState.ABSENT);

        assertThat(windows.add(rule)).isEqualTo(new RuleOutcome.Done());
        assertThat(firewall.has(rule)).isTrue();
        assertThat(windows.add(rule)).isEqualTo(new RuleOutcome.AlreadySo());
        assertThat(windows.ran).hasSize(1);

        assertThat(windows.remove(rule)).isEqualTo(new RuleOutcome.Done());
        assertThat(windows.local).isEmpty();
        assertThat(windows.remove(rule)).isEqualTo(new RuleOutcome.AlreadySo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "App=c:\\program files\\naru\\NARU.EXE",
                "Desc=another",
                "EmbedCtxt=group",
            })
    void mindsNothingThatMakesNoDifference(String field) throws IOException {
        windows.put(with(field));

        assertThat(firewall.has(RULE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=Block",
                "Dir=Out",
                "Protocol=17",
                "Profile=Public",
                "LPort=8001",
                "RPort=1",
                "LA4=10.0.0.1",
                "RA4=10.0.0.1",
                "App=C:\\other.exe",
                "Svc=dhcp",
                "IFType=Wireless",
                "IF={F5EF881B-E1FF-4064-8704-30B2B9E8FDC4}",
                "Security=Authenticate",
                "LUAuth=O:LSD:(A;;CC;;;S-1-5-80)",
                "Edge=TRUE",
                "Defer=User",
                "Later=1",
            })
    void replacesARuleOfItsNameThatDoesSomethingElse(String field) throws IOException {
        windows.put(with(field));
        assertThat(firewall.state(RULE)).isEqualTo(RuleState.DIFFERENT);

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Done());

        assertThat(windows.local.values()).containsExactly(TEXT);
    }

    private static String with(String field) {
        String key = field.substring(0, field.indexOf('=') + 1);
        return TEXT.contains("|" + key)
                ? TEXT.replaceFirst(
                        "\\|" + key + "[^|]*",
                        java.util.regex.Matcher.quoteReplacement("|" + field))
                : TEXT + field + "|";
    }

    @Test
    void turnsARuleOnAndOffWithoutMakingItAnew() throws IOException {
        String id = windows.put(TEXT);

        assertThat(windows.add(RULE.enabled(false))).isEqualTo(new RuleOutcome.Done());
        assertThat(windows.local).containsOnlyKeys(id);
        assertThat(firewall.state(RULE)).isEqualTo(RuleState.SWITCHED);

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Done());
        assertThat(windows.local).containsEntry(id, TEXT);
    }

    @Test
    void leavesOneRuleWhereThereWereSeveralDifferentOnesOfItsName() {
        windows.put(TEXT);
        windows.put(TEXT.replace("LPort=8000", "LPort=9000"));
        windows.put(TEXT.replace("LPort=8000", "LPort2_10=1-9"));

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Done());

        assertThat(windows.local.values()).containsExactly(TEXT);
    }

    @Test
    void removesEveryRuleOfItsNameAndNoOther() {
        windows.put(TEXT);
        windows.put(TEXT);
        windows.put(TEXT.replace("LPort=8000", "LPort=RPC"));
        String other = windows.put(TEXT.replace("Name=Naru - ", "Name="));
        String otherForward = windows.put(TEXT.replace("0123abcd", "99999999"));

        assertThat(windows.remove(RULE)).isEqualTo(new RuleOutcome.Done());

        assertThat(windows.local).containsOnlyKeys(other, otherForward);
    }

    @Test
    void touchesNothingWhereAnotherRulesNameDiffersInCaseOnly() {
        windows.put(TEXT.replace("Naru - ", "NARU - "));

        RuleOutcome notOurs = new RuleOutcome.NotOurs("NARU - Django [0123abcd]");
        assertThat(windows.add(RULE)).isEqualTo(notOurs);
        assertThat(windows.remove(RULE)).isEqualTo(notOurs);
        assertThat(windows.ran).isEmpty();
    }

    @Test
    void passesOverWhatIsNoRule() throws IOException {
        windows.put("Naru - Django [0123abcd]");
        windows.put("v2.10|Name=Naru - Django [0123abcd]|");

        assertThat(firewall.state(RULE)).isEqualTo(RuleState.ABSENT);
    }

    @Test
    void tellsApartHowACommandEnds() {
        assertThat(adding(new Elevation.Ending.Declined(), false))
                .isEqualTo(new RuleOutcome.Declined());
        assertThat(adding(new Elevation.Ending.DeniedByPolicy(), false))
                .isEqualTo(new RuleOutcome.DeniedByPolicy());
        assertThat(adding(new Elevation.Ending.TimedOut(), false))
                .isEqualTo(new RuleOutcome.TimedOut());
        assertThat(adding(new Elevation.Ending.TimedOut(), true)).isEqualTo(new RuleOutcome.Done());
        assertThat(adding(new Elevation.Ending.Exited(1), false))
                .isEqualTo(new RuleOutcome.NotSo(1));
        assertThat(adding(new Elevation.Ending.Exited(0), false))
                .isEqualTo(new RuleOutcome.NotSo(0));
        assertThat(adding(new Elevation.Ending.Exited(1), true))
                .isEqualTo(new RuleOutcome.DoneAnyway(1));
        assertThat(adding(new Elevation.Ending.NotStarted(2), false))
                .isEqualTo(new RuleOutcome.NotStarted(2));
    }

    private static RuleOutcome adding(Elevation.Ending ending, boolean carriedOut) {
        FakeWindows windows = new FakeWindows();
        windows.instead.add(ending);
        windows.carriesOutAnyway = carriedOut;
        return windows.add(RULE);
    }

    @Test
    void replacesARuleWithOnePrompt() {
        windows.put(TEXT.replace("LPort=8000", "LPort=9000"));

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Done());

        assertThat(windows.ran).hasSize(1);
        assertThat(windows.local).hasSize(1);
    }

    @Test
    void replacesARuleWithNetshWherePowerShellIsForbidden() {
        windows.put(TEXT.replace("LPort=8000", "LPort=9000"));
        windows.instead.add(new Elevation.Ending.Exited(1));

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Done());

        assertThat(windows.ran).hasSize(3);
        assertThat(windows.local.values()).containsExactly(TEXT);
    }

    @Test
    void saysThatTheOldRuleIsGoneWhenTheSecondPromptIsDeclined() {
        windows.put(TEXT.replace("LPort=8000", "LPort=9000"));
        windows.powerShell = false;
        windows.after.put(2, new Elevation.Ending.Declined());

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Halfway());

        assertThat(windows.local).isEmpty();
    }

    @Test
    void turnsEveryRuleOfANameOnAndOff() {
        windows.put(TEXT);
        windows.put(TEXT.replace("Dir=In", "Dir=Out"));
        String other = windows.put(TEXT.replace("0123abcd", "99999999"));

        assertThat(windows.bring(firewall.switching(NAME, false)))
                .isEqualTo(new RuleOutcome.Done());
        assertThat(windows.local.values()).filteredOn(text -> text.contains("FALSE")).hasSize(2);
        assertThat(windows.local.get(other)).contains("TRUE");
        assertThat(windows.bring(firewall.switching(NAME, false)))
                .isEqualTo(new RuleOutcome.AlreadySo());
        assertThat(windows.bring(firewall.switching(new RuleName("Naru - none"), true)))
                .isEqualTo(new RuleOutcome.NoSuchRule());
    }

    @ParameterizedTest
    @MethodSource("rulesOfEveryKind")
    void foreseesTheRuleThatTheFirewallWillHold(RuleSpec rule) {
        assertThat(Likeness.of(rule, rule.rule())).isEqualTo(Likeness.SAME);
        assertThat(RuleSpec.of(rule.rule())).contains(rule);
    }

    @ParameterizedTest
    @MethodSource("rulesOfEveryKind")
    void findsByTheNameWhatItCouldMakeAgain(RuleSpec rule) throws IOException {
        windows.add(rule);

        assertThat(firewall.find(NAME)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LPort=RPC",
                "IFType=Lan|IFType=Wireless",
                "IFType=MobileBroadband",
                "LA4=LocalSubnet",
                "Svc=a/b",
                "RA4=DNS",
                "Later=1"
            })
    void findsNothingThatItWouldNotMakeSo(String field) throws IOException {
        windows.put(with(field));

        assertThat(firewall.find(NAME)).isEmpty();
    }

    @Test
    void stopsAtTheFirstNo() {
        windows.put(TEXT.replace("LPort=8000", "LPort=9000"));
        windows.instead.add(new Elevation.Ending.Declined());

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Declined());
        assertThat(windows.ran).hasSize(1);
    }

    @Test
    void runsNothingWhereTheRegistryCannotBeRead() {
        windows.unreadable = true;

        assertThat(windows.add(RULE)).isEqualTo(new RuleOutcome.Failed("access denied"));
        assertThat(windows.remove(RULE)).isEqualTo(new RuleOutcome.Failed("access denied"));
        assertThat(windows.ran).isEmpty();
    }

    /** However Windows writes that the user is asked: the prompt's own rules have no Edge. */
    @ParameterizedTest
    @ValueSource(strings = {"Edge=TRUE|Defer=User", "Defer=User", "Edge=FALSE|Defer=user"})
    void readsBackThatTheUserIsAsked(String edge) throws IOException {
        windows.put("v2.33|Action=Allow|Active=TRUE|Dir=In|Name=" + NAME + "|" + edge + "|");

        assertThat(firewall.has(detailed("edge=deferuser"))).isTrue();
        assertThat(firewall.state(detailed("edge=deferapp"))).isEqualTo(RuleState.DIFFERENT);
        assertThat(firewall.state(detailed(""))).isEqualTo(RuleState.DIFFERENT);
    }

    @Test
    void removesARuleOfSeveralTypesThatNetshCannotName() {
        windows.put(
                "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|ICMP4=3:4|Name="
                        + NAME
                        + "|");

        assertThat(windows.add(detailed("protocol=icmpv4:8,any")))
                .isEqualTo(new RuleOutcome.Done());

        assertThat(windows.local.values()).singleElement().asString().contains("|ICMP4=8:*|Name=");
    }

    static List<RuleOutcome> everyOutcome() {
        return List.of(
                new RuleOutcome.Done(),
                new RuleOutcome.AlreadySo(),
                new RuleOutcome.DoneAnyway(1),
                new RuleOutcome.Declined(),
                new RuleOutcome.Halfway(),
                new RuleOutcome.NoSuchRule(),
                new RuleOutcome.DeniedByPolicy(),
                new RuleOutcome.TimedOut(),
                new RuleOutcome.NotSo(0),
                new RuleOutcome.NotSo(1),
                new RuleOutcome.NotStarted(2),
                new RuleOutcome.NotOurs("x"),
                new RuleOutcome.Failed("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void saysEachOutcomeInASentenceOfItsOwn(String language) {
        Texts texts = Texts.in(Locale.of(language));

        assertThat(everyOutcome().stream().map(outcome -> texts.say(outcome.sentence(NAME))))
                .doesNotHaveDuplicates()
                .noneMatch(sentence -> sentence.contains("{"));
        assertThat(everyOutcome().stream().filter(RuleOutcome::asWanted)).hasSize(3);
    }

    @Test
    void takesSubnetsHoweverTheyAreWritten() throws IOException {
        RuleSpec rule =
                Denying.addresses(
                        NAME,
                        new Remote.Addresses(
                                List.of(Cidr.parse("10.1.0.0/16"), Cidr.parse("10.9.9.9"))));
        windows.put(
                "v2.10|Action=Block|Active=TRUE|Dir=Out|RA4=10.9.9.9/255.255.255.255"
                        + "|RA4=10.1.0.0-10.1.255.255|Name=Naru - Django [0123abcd]|");

        assertThat(firewall.has(rule)).isTrue();
    }
}
