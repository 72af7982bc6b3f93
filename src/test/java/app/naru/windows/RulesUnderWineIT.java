package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.FirewallRule;
import app.naru.firewall.RuleFile;
import app.naru.firewall.RuleScript;
import app.naru.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of a Windows registry on the page; and a script of them, which cmd.exe and the strict
 * netsh make the same rules of again.
 */
final class RulesUnderWineIT {

    private static final String KEY =
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy"
                    + "\\FirewallRules";

    /** What makes trouble in command lines, and one of each kind of condition netsh can say. */
    private static final String MORE =
            """
            v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|Profile=Private|Profile=Domain|LPort=53|LPort2_10=60-70|RPort=1|Name=x|
            v2.31|Action=Block|Active=FALSE|Dir=Out|App=%ProgramFiles%\\a b\\c.exe|Name=100% & more > less ^ !x!|Desc=ends so\\|
            v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|RA4=LocalSubnet|RA6=LocalSubnet|Name=ping|
            v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=RPC-EPMap|Svc=rpcss|IFType=Lan|Edge=TRUE|Name=endpoints|
            v2.31|Action=Block|Active=TRUE|Dir=Out|RA4=203.0.113.0/255.255.255.0|RA6=2001:db8::/32|RA4=10.0.0.1-10.0.0.9|LA4=10.0.0.2|Name=there|
            v2.31|Action=Allow|Active=TRUE|Dir=Out|PFN=a_1|Name=an app|
            """;

    @TempDir private Path folder;

    @Test
    void aBatchFileMadeOfAPcsRulesMakesThemAgain() throws Exception {
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));
        List<FirewallRule> rules =
                Stream.concat(
                                rules(wine).stream(),
                                RuleFile.read(MORE).entries().stream().map(RuleFile.Entry::rule))
                        .toList();
        RuleScript script = RuleScript.of(RuleScript.Format.NETSH, rules);
        assertThat(script.statements()).hasSizeGreaterThan(8);
        Path file = folder.resolve("rules.cmd");
        Files.write(file, script.file(Texts.in(Locale.KOREAN)::say));

        assertThat(wine.run("reg", "delete", KEY, "/va", "/f").code()).isZero();
        Wine.Ended ended = wine.run("cmd", "/c", Wine.windowsPath(file));
        assertThat(ended.code()).as(ended.output()).isZero();

        assertThat(RuleScript.of(RuleScript.Format.NETSH, rules(wine)).statements())
                .containsExactlyInAnyOrderElementsOf(script.statements());
    }

    @Test
    void thePagesModelListsThem() throws Exception {
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));

        assertThat(wine.tests(List.of(), "app.naru.ui.firewall.RulesOfWindows"))
                .contains("passed listsTheRulesOfTheStores()", "passed looksUpTextsOfPrograms()");
    }

    private static List<FirewallRule> rules(Wine wine) throws Exception {
        RuleFile read = RuleFile.read(wine.run("reg", "query", KEY).output());
        return read.entries().stream().map(RuleFile.Entry::rule).toList();
    }
}
