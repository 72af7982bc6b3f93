package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.RuleScript.Format;
import app.naru.forward.NetworkProfile;
import app.naru.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleScriptTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    private static FirewallRule rule(String fields) {
        return FirewallRule.decode("v2.31|" + fields + "|");
    }

    private static RuleScript script(Format format, String... rules) {
        return RuleScript.of(format, Stream.of(rules).map(RuleScriptTest::rule).toList());
    }

    @Test
    void aBatchFileMakesNarusRulesOfEveryKindAgain() {
        List<RuleSpec> rules = FirewallTest.rulesOfEveryKind();
        RuleScript script =
                RuleScript.of(Format.NETSH, rules.stream().map(RuleSpec::rule).toList());

        RuleFile read = RuleFile.read(script.file(ENGLISH::say));

        assertThat(script.leftOut()).isEmpty();
        assertThat(read.refused()).isEmpty();
        assertThat(read.entries().stream().map(RuleFile.Entry::sameOfOurs))
                .map(Optional::orElseThrow)
                .isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100% mine",
                "%PATH% %%",
                "a & b > c < d",
                "^caret^ !bang!",
                "it's (really) \u2018quoted\u2019",
                "나루의 규칙",
                "ends with a backslash\\",
                "C:\\dir\\\\"
            })
    void noTextBreaksABatchFile(String text) {
        RuleSpec spec =
                new RuleSpec(
                        new RuleName("Naru - x"),
                        text,
                        Direction.OUT,
                        Action.BLOCK,
                        Optional.of(new ProgramPath("%ProgramFiles%\\a b\\c.exe")),
                        RuleProtocol.TCP,
                        PortList.ANY,
                        PortList.parse("80,90-99"),
                        Remote.parse("10.0.0.0/8,fd00::/8"),
                        Set.of(NetworkProfile.PUBLIC),
                        RuleDetails.NONE,
                        false);
        RuleScript script = RuleScript.of(Format.NETSH, List.of(spec.rule()));

        assertThat(RuleFile.read(script.text(ENGLISH::say)).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.sameOfOurs()).contains(spec));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=135|App=%SystemRoot%\\s.exe|Svc=rpcss|Name=a b; name="a b" dir=in action=allow program="%SystemRoot%\\s.exe" service=rpcss protocol=tcp localport=135 profile=any enable=yes
                    Action=Block|Dir=Out|Svc=*|Profile=Public|Profile=Domain|Name=x; name=x dir=out action=block service=any protocol=any profile=domain,public enable=no
                    Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|Name=x; name=x dir=in action=allow protocol=icmpv4:8,any profile=any enable=yes
                    Action=Allow|Active=TRUE|Dir=In|Protocol=58|ICMP6=128:0|Name=x; name=x dir=in action=allow protocol=icmpv6:128,0 profile=any enable=yes
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=RPC|Name=x; name=x dir=in action=allow protocol=tcp localport=RPC profile=any enable=yes
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort2_10=IPHTTPSIn|Name=x; name=x dir=in action=allow protocol=tcp localport=IPHTTPS profile=any enable=yes
                    Action=Allow|Active=TRUE|Dir=In|Edge=TRUE|Defer=App|IFType=RemoteAccess|Name=x; name=x dir=in action=allow protocol=any profile=any interfacetype=ras edge=deferapp enable=yes
                    Action=Allow|Active=TRUE|Dir=Out|RA4=DNS|RA6=DNS|RA4=10.0.0.0/255.0.0.0|LA6=fe80::1|Name=x; name=x dir=out action=allow protocol=any localip=fe80::1 remoteip=dns,10.0.0.0/8 profile=any enable=yes
                    Action=Allow|Active=TRUE|Dir=In|Protocol=2|EmbedCtxt=@x.dll,-1|Desc=d|Name=@x.dll,-2; name="@x.dll,-2" dir=in action=allow protocol=2 profile=any enable=yes description=d
                    """)
    void anyonesRuleIsALineOfNetsh(String fields, String arguments) {
        assertThat(script(Format.NETSH, fields).statements())
                .containsExactly("netsh advfirewall firewall add rule " + arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    Action=Allow|Dir=In|PFN=a_1|Name=x; PFN
                    Action=Allow|Dir=In|LUAuth=O:LSD:|Name=x; LUAuth
                    Action=Allow|Dir=In|New=1|Name=x; New
                    Action=ByPass|Dir=In|Name=x; Action=Bypass
                    Action=Allow|Dir=In|Desc=no name; Name=
                    Action=Allow|Dir=In|Name=all; Name=all
                    Action=Allow|Dir=In|Name=say "hi"; name=say ?hi?
                    Action=Allow|Dir=In|Protocol=1|ICMP4=8:*|ICMP4=0:*|Name=x; 8:*, 0:*
                    Action=Allow|Dir=In|Protocol=17|LPort=Teredo|Name=x; Port=Teredo
                    Action=Allow|Dir=In|Protocol=6|LPort=RPC|LPort=80|Name=x; Port=RPC
                    Action=Allow|Dir=Out|RA42=IntErnet|RA62=IntErnet|Name=x; IntErnet
                    Action=Allow|Dir=In|RA4=LocalSubnet|Name=x; LocalSubnet
                    Action=Allow|Dir=In|RA4=0.0.0.0/0.0.0.0|Name=x; 0.0.0.0/0
                    Action=Allow|Dir=In|LPort=80|Name=x; LPort
                    Action=Allow|Dir=In|IFType=Lan|IFType=Wireless|Name=x; IFType
                    Action=Allow|Dir=In|IFType=Tunnel|Name=x; IFType=Tunnel
                    Action=Allow|Dir=In|Platform=2:6:1|Name=x; Platform
                    """)
    void aRuleOfWhichNetshCouldOnlySayPartIsLeftOut(String fields, String without) {
        RuleScript script = script(Format.NETSH, fields);

        assertThat(script.statements()).isEmpty();
        assertThat(script.leftOut())
                .singleElement()
                .extracting(each -> ENGLISH.say(each.why()))
                .isEqualTo("netsh has no word for " + without + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=80|LPort2_10=90-99|Name=it's a rule; -DisplayName 'it''s a rule' -Direction Inbound -Action Allow -Protocol TCP -LocalPort '80','90-99'
                    Action=Block|Dir=Out|App=C:\\‘a’.exe|Profile=Public|Name=x|Desc=d|EmbedCtxt=g; -DisplayName 'x' -Direction Outbound -Action Block -Profile Public -Program 'C:\\‘‘a’’.exe' -Group 'g' -Description 'd' -Enabled False
                    Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|ICMP4=3:4|Name=x; -DisplayName 'x' -Direction Inbound -Action Allow -Protocol ICMPv4 -IcmpType '8','3:4'
                    Action=Allow|Active=TRUE|Dir=Out|RA42=IntErnet|RA62=IntErnet|RA4=10.0.0.1|LA4=10.0.0.2|Name=x; -DisplayName 'x' -Direction Outbound -Action Allow -LocalAddress '10.0.0.2' -RemoteAddress 'Internet','10.0.0.1'
                    Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=Teredo|Svc=*|IFType=Lan|Edge=TRUE|Defer=User|Name=x; -DisplayName 'x' -Direction Inbound -Action Allow -Protocol UDP -LocalPort 'Teredo' -Service 'Any' -InterfaceType Wired -EdgeTraversalPolicy DeferToUser
                    Action=Allow|Active=TRUE|Dir=Out|AppPkgId=S-1-15-2-1|LUOwn=S-1-5-21-1|PFN=a_1|Name=x; -DisplayName 'x' -Direction Outbound -Action Allow -Package 'S-1-15-2-1' -Owner 'S-1-5-21-1'
                    Action=Allow|Active=TRUE|Dir=In|Protocol=47|Name=$(calc) `n; -DisplayName '$(calc) `n' -Direction Inbound -Action Allow -Protocol 47
                    """)
    void anyonesRuleIsAStatementOfPowerShell(String fields, String parameters) {
        assertThat(script(Format.POWERSHELL, fields).statements())
                .containsExactly("New-NetFirewallRule " + parameters);
    }

    @Test
    void whatIsLeftOutIsSaidInTheScriptAndMeansNothingThere() {
        String rule = "Action=Allow|Dir=In|New=1|Name=a %PATH% & b";

        assertThat(script(Format.NETSH, rule, "Action=Block|Dir=In|Name=y").text(ENGLISH::say))
                .isEqualTo(
                        "@echo off\r\nchcp 65001 >nul\r\n"
                                + "rem Left out: \"a  PATH    b\". netsh has no word for New.\r\n"
                                + "netsh advfirewall firewall add rule name=y dir=in action=block"
                                + " protocol=any profile=any enable=no\r\n");
        assertThat(script(Format.POWERSHELL, rule).text(ENGLISH::say))
                .isEqualTo(
                        "#Requires -RunAsAdministrator\r\n$ErrorActionPreference = 'Stop'\r\n"
                                + "# Left out: \"a %PATH% & b\". PowerShell has no word for"
                                + " New.\r\n");
    }

    @Test
    void whatRunsAFileTakesItForUtf8() {
        String rule = "Action=Block|Dir=In|Name=규칙";

        assertThat(
                        new String(
                                script(Format.NETSH, rule).file(ENGLISH::say),
                                StandardCharsets.UTF_8))
                .startsWith("@echo off\r\n")
                .contains("name=\"규칙\"");
        assertThat(script(Format.POWERSHELL, rule).file(ENGLISH::say))
                .startsWith(0xef, 0xbb, 0xbf, '#');
    }

    @Test
    void aLineLongerThanALineMayBeIsLeftOut() {
        String addresses =
                IntStream.range(0, 900)
                        .mapToObj(i -> "RA4=10.100." + i / 250 + "." + (i % 250 + 1))
                        .collect(Collectors.joining("|"));

        assertThat(script(Format.NETSH, "Action=Block|Dir=In|" + addresses + "|Name=x").leftOut())
                .singleElement()
                .extracting(each -> ENGLISH.say(each.sentence()))
                .isEqualTo("Left out: \"x\". The command would be longer than 8000 characters.");
    }
}
