package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several changes at once, on a Windows Java: through a stand-in PowerShell that takes nothing but
 * what Microsoft documents, and the stand-in netsh.
 */
final class FirewallChangesUnderWineIT {

    private static final String OTHERS =
            "rule v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|Name=Someone else's 8000|";

    private Wine wine;

    @BeforeEach
    void windowsBlocksNaruAndHasAPortProxy() throws Exception {
        wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));
        wine.importHive(Wine.hive("portproxy.reg"));
    }

    @Test
    void severalChangesTakeOnePromptAndComeBackWithOne() throws Exception {
        List<List<String>> printed =
                wine.probe(
                        "changes\tportproxy",
                        "changes\tseveral",
                        "changes\treplace",
                        "changes\tswitch",
                        "changes\thyperv");

        assertThat(printed.get(0))
                .containsExactlyInAnyOrder(
                        "0.0.0.0:8000 > 172.28.185.15:8000",
                        "*:9000 > 127.0.0.1:9000",
                        "192.168.0.7:22 > nas.local:2222",
                        "[::]:8080 > 10.0.0.9:80",
                        "loop *:9000",
                        "unreadable broken = entry");
        assertThat(printed.get(1))
                .startsWith(
                        "prompt POWERSHELL", "outcome Done[]", "outcome Done[]", "outcome Done[]")
                .contains(OTHERS)
                .anyMatch(line -> line.endsWith("|Name=Naru - 나루 & 100% ^ (x)|"))
                .noneMatch(line -> line.contains("Defer=User"));
        assertThat(printed.get(1).stream().filter("prompt POWERSHELL"::equals)).hasSize(2);
        assertThat(printed.get(1).stream().filter(line -> line.startsWith("0.0.0.0:8000 >")))
                .as("removed, and there again at the end")
                .hasSize(1);
        assertThat(printed.get(2))
                .containsSubsequence(
                        "prompt NETSH", "outcome Done[]", "prompt POWERSHELL", "outcome Done[]")
                .anyMatch(line -> line.contains("|LPort=2|"))
                .noneMatch(line -> line.contains("|LPort=1|"));
        assertThat(printed.get(3))
                .anyMatch(line -> line.contains("Active=FALSE") && line.contains("turned"))
                .contains("has true");
        assertThat(printed.get(4))
                .containsExactly(
                        "state ABSENT",
                        "prompt POWERSHELL",
                        "outcome Done[]",
                        "state PRESENT",
                        "state DIFFERENT",
                        "prompt POWERSHELL",
                        "outcome Done[]",
                        "state PRESENT",
                        "prompt POWERSHELL",
                        "outcome Done[]",
                        "outcome AlreadySo[]");
    }

    @Test
    void whatFewRulesHaveIsMadeReadBackAndRemoved() throws Exception {
        List<String> printed = wine.probe("changes\tdetails").getFirst();

        assertThat(printed.stream().filter("has true"::equals)).hasSize(3);
        assertThat(printed.stream().filter("outcome Done[]"::equals)).hasSize(12);
        assertThat(printed)
                .noneMatch(line -> line.startsWith("outcome") && !line.equals("outcome Done[]"))
                .anyMatch(line ->
                        line.contains(
                                "|Protocol=6|LA4=192.168.0.10|LA6=fd00::/64"
                                        + "|LA4=10.0.0.1-10.0.0.9|RA4=LocalSubnet|RA6=LocalSubnet"
                                        + "|IFType=Wireless|Svc=Spooler|Name=Naru - service|Edge=TRUE|"))
                .anyMatch(line -> line.contains("|ICMP4=8:0|") && line.contains("|Defer=App|"))
                .anyMatch(line -> line.contains("|ICMP6=128:*|") && line.contains("|Svc=*|"));
        assertThat(printed.subList(printed.lastIndexOf("outcome Done[]"), printed.size()))
                .noneMatch(line -> line.contains("Name=Naru - "));
    }

    @Test
    void wherePowerShellIsForbiddenNetshDoesIt() throws Exception {
        List<String> printed =
                wine.with("NARU_POWERSHELL_MODE", "deny").probe("changes\treplace").getFirst();

        assertThat(printed)
                .containsSubsequence(
                        "prompt NETSH",
                        "outcome Done[]",
                        "prompt POWERSHELL",
                        "prompt NETSH",
                        "prompt NETSH",
                        "outcome Done[]")
                .anyMatch(line -> line.contains("|LPort=2|"));
    }
}
