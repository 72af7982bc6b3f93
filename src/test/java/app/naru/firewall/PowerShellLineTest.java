package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.firewall.RuleScript.Format;
import app.naru.forward.InvalidInput;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PowerShellLineTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @Test
    void aScriptOfNarusMakesItsRulesOfEveryKindAgain() {
        List<RuleSpec> rules = FirewallTest.rulesOfEveryKind();
        RuleScript script =
                RuleScript.of(Format.POWERSHELL, rules.stream().map(RuleSpec::rule).toList());

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
                "Dir=In|Protocol=6|LPort=80|LPort2_10=90-99|Profile=Private|Profile=Domain",
                "Dir=Out|Protocol=17|RPort=53|App=%SystemRoot%\\System32\\svchost.exe|Svc=Dnscache",
                "Dir=In|Protocol=6|LPort=RPC-EPMap|Svc=*",
                "Dir=In|Protocol=6|LPort2_10=IPHTTPSIn",
                "Dir=In|Protocol=1|ICMP4=8:*|LA4=10.0.0.0/255.0.0.0",
                "Dir=In|Protocol=58|ICMP6=128:0|RA4=LocalSubnet|RA6=LocalSubnet",
                "Dir=In|Protocol=47|RA4=10.0.0.1-10.0.0.9|RA6=fd00::/8",
                "Dir=In|IFType=Wireless|Edge=TRUE|Defer=App|EmbedCtxt=Games",
                "Dir=Out|AppPkgId=S-1-15-2-1|LUOwn=S-1-5-21-1",
                "Dir=In|Protocol=6|LPort=80|Desc=it's (really) \u2018quoted\u2019, 한글"
            })
    void whatIsReadDoesTheSame(String fields) {
        FirewallRule rule =
                FirewallRule.decode("v2.31|Action=Block|Active=FALSE|" + fields + "|Name=a b|");

        FirewallRule read = PowerShellLine.parse(statement(rule));

        assertThat(statement(read)).isEqualTo(statement(rule));
        assertThat(ENGLISH.say(RuleWords.inFull(read)))
                .isEqualTo(ENGLISH.say(RuleWords.inFull(rule)));
    }

    private static String statement(FirewallRule rule) {
        return RuleScript.of(Format.POWERSHELL, List.of(rule)).statements().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "-Direction Inbound; -DisplayName is missing.",
                "-DisplayName x -Group $g; is neither a word nor a text",
                "-DisplayName 'x; is neither a word nor a text",
                "-DisplayName x -DisplayName y; -displayname stands there twice.",
                "-DisplayName x -Direction Up; no rules with Up",
                "-DisplayName x -Platform 6.0; no rules with -platform",
                "-DisplayName 'a|App=b'; no rules with a|App=b",
                "-DisplayName x -LocalPort Elsewhere; no rules with Elsewhere",
                "-DisplayName x -LocalPort ''; no rules with",
                "-DisplayName x -RemoteAddress ''; no rules with"
            })
    void anythingElseIsRefused(String parameters, String why) {
        assertThatThrownBy(() -> PowerShellLine.parse("New-NetFirewallRule " + parameters))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(ENGLISH.say(invalid.sentence())).contains(why));
    }
}
