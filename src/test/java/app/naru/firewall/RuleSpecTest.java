package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.text.Texts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleSpecTest {

    private static final RuleName NAME = new RuleName("Naru - Django");
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private static RuleSpec rule(Optional<String> program, String description, Remote remote) {
        return new RuleSpec(
                NAME,
                description,
                program,
                Protocol.TCP,
                PortRange.of(8000),
                remote,
                Set.of(NetworkProfile.PUBLIC, NetworkProfile.PRIVATE));
    }

    @Test
    void writesTheCommandOfARuleInFull() {
        RuleSpec rule =
                rule(
                        Optional.of("C:\\Program Files\\Naru\\Naru.exe"),
                        "For the phone",
                        new Remote.LocalSubnet());

        assertThat(NetshCommand.add(rule).arguments())
                .containsExactly(
                        "advfirewall",
                        "firewall",
                        "add",
                        "rule",
                        "name=Naru - Django",
                        "dir=in",
                        "action=allow",
                        "program=C:\\Program Files\\Naru\\Naru.exe",
                        "protocol=tcp",
                        "localport=8000",
                        "remoteip=localsubnet",
                        "profile=private,public",
                        "description=For the phone");
        assertThat(NetshCommand.add(rule))
                .hasToString(
                        "netsh advfirewall firewall add rule name=\"Naru - Django\" dir=in"
                                + " action=allow program=\"C:\\Program Files\\Naru\\Naru.exe\""
                                + " protocol=tcp localport=8000 remoteip=localsubnet"
                                + " profile=private,public description=\"For the phone\"");
        assertThat(NetshCommand.delete(rule))
                .hasToString(
                        "netsh advfirewall firewall delete rule name=\"Naru - Django\" dir=in"
                                + " protocol=tcp localport=8000");
        assertThat(NetshCommand.disable(rule))
                .hasToString(
                        "netsh advfirewall firewall set rule name=\"Naru - Django\" dir=in"
                                + " protocol=tcp localport=8000 new enable=no");
    }

    @Test
    void writesTheCommandThatDeniesAProgramTheInternet() {
        RuleSpec rule = Denying.program(NAME, "C:\\games\\game.exe");

        assertThat(NetshCommand.add(rule))
                .hasToString(
                        "netsh advfirewall firewall add rule name=\"Naru - Django\" dir=out"
                                + " action=block program=C:\\games\\game.exe protocol=any"
                                + " remoteip=any profile=any");
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        RuleName name = new RuleName("Naru - 나루 & 100% ^(x)");
        RuleSpec rule =
                new RuleSpec(
                        name,
                        "ends with a backslash\\",
                        Optional.empty(),
                        Protocol.UDP,
                        PortRange.parse("5000-5010"),
                        new Remote.Addresses(List.of(Cidr.parse("192.168.0.0/24"))),
                        Set.of(NetworkProfile.values()));

        assertThat(NetshCommand.add(rule))
                .hasToString(
                        "netsh advfirewall firewall add rule name=\"Naru - 나루 & 100% ^(x)\" dir=in"
                                + " action=allow protocol=udp localport=5000-5010"
                                + " remoteip=192.168.0.0/24 profile=any"
                                + " description=\"ends with a backslash\\\\\"");
    }

    @Test
    void leavesOutAProgramOfAnotherSystem() {
        RuleSpec rule = rule(Optional.of("/usr/bin/java"), "", new Remote.Anyone());

        assertThat(rule.program()).isEmpty();
    }

    static Stream<RuleSpec> rules() {
        return Stream.concat(
                FirewallTest.rulesOfEveryKind().stream(),
                Stream.of(rule(Optional.empty(), "설명, with \\ and '", new Remote.Anyone())));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void survivesJson(RuleSpec rule) throws IOException {
        String json = JSON.writeValueAsString(rule);

        assertThat(JSON.readValue(json, RuleSpec.class)).isEqualTo(rule);
    }

    @Test
    void isPlainTextsInJson() throws IOException {
        assertThat(JSON.writeValueAsString(FirewallTest.rulesOfEveryKind().get(6)))
                .isEqualTo(
                        "{\"name\":\"Naru - Django [0123abcd]\",\"description\":\"\","
                                + "\"direction\":\"in\",\"action\":\"allow\",\"program\":null,"
                                + "\"protocol\":\"udp\",\"ports\":\"5000-5010,6000\","
                                + "\"remotePorts\":\"any\",\"remote\":\"any\","
                                + "\"profiles\":[\"domain\",\"private\",\"public\"],"
                                + "\"enabled\":true}");
    }

    @Test
    void writesWhatFewRulesHaveAsNetshTakesIt() throws IOException {
        String values =
                "service=any protocol=icmpv6:128,any localip=192.168.0.10,fd00::/64 remoteip=any"
                        + " profile=any interfacetype=wireless edge=deferuser";
        RuleSpec rule = FirewallTest.detailed(values);

        assertThat(NetshCommand.add(rule).toString()).endsWith(" dir=in action=allow " + values);
        assertThat(NetshCommand.delete(rule).toString()).endsWith(" protocol=icmpv6:128,any");
        assertThat(RuleScript.of(RuleScript.Format.NETSH, List.of(rule.rule())).statements())
                .singleElement()
                .asString()
                .contains(values.replace(" remoteip=any", ""));
        assertThat(Cmdlet.newRule(rule).text())
                .endsWith(
                        " -Protocol ICMPv6 -IcmpType '128' -LocalAddress '192.168.0.10','fd00::/64'"
                                + " -Service 'Any' -InterfaceType Wireless"
                                + " -EdgeTraversalPolicy DeferToUser");
        assertThat(JSON.writeValueAsString(rule))
                .contains(
                        "\"service\":\"*\",\"icmp\":\"128:*\","
                                + "\"local\":\"192.168.0.10,fd00::/64\","
                                + "\"interfaceType\":\"wireless\",\"edge\":\"deferuser\"");
    }

    @Test
    void takesWhatFewRulesHaveOnlyWhereItGoes() {
        assertRefused("rule.icmp.protocol", () -> FirewallTest.detailed("protocol=udp:8,0"));
        assertRefused("rule.service", () -> new ServiceName(" "));
        assertRefused("rule.service", () -> new ServiceName("x".repeat(260)));
        assertThat(new ServiceName("x".repeat(259)).text()).hasSize(259);
        assertRefused("rule.icmp", () -> IcmpMatch.parse("ping"));
        assertRefused("rule.icmp", () -> IcmpMatch.parse("8:"));
        assertThat(IcmpMatch.parse(" 8 ")).hasToString("8:*");
        assertRefused("rule.local", () -> LocalAddresses.parse("192.168.0.10,"));
        assertRefused("rule.local", () -> LocalAddresses.parse("any"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\a\\b.exe",
                "C:\\프로그램 파일\\나루.exe",
                "\\\\server\\share\\a.exe",
                "%SystemRoot%\\system32\\svchost.exe",
                "%ProgramFiles(x86)%\\a.exe",
                "System",
            })
    void takesTheProgramsThatTheFirewallTakes(String path) {
        assertThat(new ProgramPath(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.exe",
                "..\\a.exe",
                "C:a.exe",
                "C:\\",
                "C:\\dir\\",
                "C:/a.exe",
                "C:\\a*.exe",
                "C:\\a?.exe",
                "C:\\a|b.exe",
                "C:\\a\"b.exe",
                "C:\\a<b.exe",
                "C:\\a\nb.exe",
                "\\a.exe",
                "any",
            })
    void refusesOtherPrograms(String path) {
        assertRefused("rule.program", () -> new ProgramPath(path));
    }

    @Test
    void refusesAProgramLongerThanTheFirewallTakes() {
        assertThat(new ProgramPath("C:\\" + "x".repeat(256)).text()).hasSize(259);
        assertRefused("rule.program.long", () -> new ProgramPath("C:\\" + "x".repeat(257)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "port.number;http",
                "port.number;80,",
                "port.number;80 443",
                "port.range;0",
                "port.range;80,65536",
                "port.backwards;90-80",
            })
    void refusesPortsThatAreNone(String key, String ports) {
        assertRefused(key, () -> PortList.parse(ports));
    }

    @Test
    void refusesMorePortsAndAddressesThanARuleHolds() {
        List<PortRange> ports =
                Stream.iterate(1, i -> i + 1).limit(1_001).map(PortRange::of).toList();
        List<Cidr> addresses =
                ports.stream()
                        .map(port -> port.first().number())
                        .map(i -> Cidr.parse("10.0." + i / 256 + "." + i % 256))
                        .toList();

        assertThat(new PortList(ports.subList(0, 1_000)).ranges()).hasSize(1_000);
        assertThat(new Remote.Addresses(addresses.subList(0, 1_000)).list()).hasSize(1_000);
        assertRefused("rule.ports.many", () -> new PortList(ports));
        assertRefused("audience.many", () -> new Remote.Addresses(addresses));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rule.everyone;0.0.0.0/0",
                "rule.everyone;10.0.0.1,::/0",
                "rule.address;::1",
                "rule.range;10.0.0.9-10.0.0.1",
                "rule.range;10.0.0.1-fd00::1",
                "address;10.0.0.1-",
                "address;everyone",
                "address;10.0.0.1,",
                "cidr.hostBits;10.0.0.1/8",
                "cidr;10.0.0.0/255.0.0.0",
            })
    void refusesAddressesThatARuleCannotName(String key, String remote) {
        assertRefused(key, () -> Remote.parse(remote));
    }

    @Test
    void refusesPortsOfAProtocolThatHasNone() {
        for (RuleProtocol protocol :
                List.of(RuleProtocol.ANY, RuleProtocol.ICMPV4, RuleProtocol.ICMPV6)) {
            assertRefused(
                    "rule.ports.protocol",
                    () -> general(Action.ALLOW, protocol, PortList.parse("80")));
        }
    }

    @Test
    void makesNoBypassRules() {
        assertRefused("rule.action", () -> general(Action.BYPASS, RuleProtocol.ANY, PortList.ANY));
    }

    private static RuleSpec general(Action action, RuleProtocol protocol, PortList ports) {
        return new RuleSpec(
                NAME,
                "",
                Direction.IN,
                action,
                Optional.empty(),
                protocol,
                ports,
                PortList.ANY,
                new Remote.Anyone(),
                Set.of(NetworkProfile.PRIVATE),
                RuleDetails.NONE,
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@FirewallAPI.dll,-1", "a|b", "a\"b", "a\nb"})
    void refusesADescriptionThatARuleCannotHold(String description) {
        assertRefused(
                "description.character",
                () -> rule(Optional.empty(), description, new Remote.Anyone()));
    }

    @Test
    void refusesACommandLongerThanWindowsTakes() {
        List<Cidr> many =
                Stream.iterate(1, i -> i + 1)
                        .limit(200)
                        .map(i -> Cidr.parse("192.168.100." + i))
                        .toList();
        RuleSpec rule = rule(Optional.empty(), "", new Remote.Addresses(many));

        assertRefused("rule.command", () -> NetshCommand.add(rule));
    }

    @Test
    void keepsTheLongestRuleOfOneAddressWithinWhatWindowsTakes() {
        RuleSpec rule =
                new RuleSpec(
                        new RuleName("Naru - " + "나".repeat(200)),
                        "설".repeat(500),
                        Optional.of("C:\\" + "x".repeat(256)),
                        Protocol.TCP,
                        PortRange.parse("10000-60000"),
                        new Remote.LocalSubnet(),
                        Set.of(NetworkProfile.PRIVATE));

        assertThat(NetshCommand.add(rule).toString()).hasSizeLessThan(NetshCommand.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Django", "naru - x", "Naru - ", "Naru - all", "Naru - a|b", "all", ""})
    void refusesANameThatIsNotNarus(String name) {
        assertThatThrownBy(() -> new RuleName(name)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void bearsTheForwardsMarkAtTheEndHoweverLongItsName() {
        Forward forward = forward("나".repeat(187) + "𝐀𝐁𝐂𝐃");

        RuleName name = RuleName.of(forward);

        assertThat(name.text()).startsWith("Naru - 나").endsWith(" [0123abcd]");
        assertThat(name.text().length()).isLessThanOrEqualTo(207);
    }

    private static Forward forward(String name) {
        return new Forward(
                "0123abcd",
                new ForwardName(name),
                Protocol.TCP,
                PortRange.of(8000),
                new app.naru.forward.Listen.LanAddresses(),
                new app.naru.forward.Target.ThisPc(new app.naru.forward.Port(8000)),
                new app.naru.forward.Audience.ThisNetwork(),
                new app.naru.forward.Lifetime.UntilStopped(),
                Set.of(NetworkProfile.PRIVATE),
                "");
    }

    private static void assertRefused(String key, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> {
                            assertThat(e.sentence().key()).isEqualTo("invalid." + key);
                            for (Locale language : Texts.LANGUAGES) {
                                assertThat(Texts.in(language).say(e.sentence()))
                                        .isNotBlank()
                                        .doesNotContain("{");
                            }
                        });
    }
}
