package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The firewall from the wanted rule to the registry and back, on a Windows Java: the command line
 * that the shell gives to netsh, the stand-in netsh that changes the registry, and reading it back.
 */
final class FirewallUnderWineIT {

    private static final String OTHERS =
            "rule {0B1F43BC-7A3E-4F0B-9D1D-0B6A2B0C8000}\tv2.33|Action=Allow|Active=TRUE|Dir=In"
                    + "|Protocol=6|LPort=8000|Name=Someone else's 8000|";

    private Wine wine;

    @BeforeEach
    void someoneHasRulesAlready() throws Exception {
        wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));
    }

    @Test
    void aRuleIsMadeOnceReadBackAndUndone() throws Exception {
        String rule =
                "\tNaru - Django [a1b2c3]\tmade by Naru\t\ttcp\t8000\tlocalsubnet\tprivate,domain";
        List<List<String>> printed =
                wine.probe(
                        "rules\tLOCAL",
                        "firewall\tadd" + rule,
                        "firewall\tadd" + rule,
                        "firewall\thas" + rule,
                        "firewall\tremove" + rule,
                        "firewall\tremove" + rule);
        assertThat(printed.get(1))
                .contains("outcome Done[]", OTHERS)
                .anyMatch(line ->
                        line.matches("rule \\{[0-9A-F-]{36}}\t.*")
                                && line.endsWith(
                                        "|Action=Allow|Active=TRUE|Dir=In|Protocol=6"
                                                + "|Profile=Domain|Profile=Private|LPort=8000"
                                                + "|RA4=LocalSubnet|RA6=LocalSubnet"
                                                + "|Name=Naru - Django [a1b2c3]"
                                                + "|Desc=made by Naru|"));
        assertThat(printed.get(2)).contains("outcome AlreadySo[]");
        assertThat(rules(printed.get(2))).isEqualTo(rules(printed.get(1)));
        assertThat(printed.get(3)).contains("has true");
        assertThat(printed.get(4)).contains("outcome Done[]");
        assertThat(rules(printed.get(4))).isEqualTo(rules(printed.get(0)));
        assertThat(printed.get(5)).contains("outcome AlreadySo[]");
    }

    @Test
    void namesArriveAsTheyAre() throws Exception {
        List<String> names =
                List.of(
                        "Naru - 나루터의 장고 서버",
                        "Naru - 100% & ^caret^ (parentheses) [brackets] %PATH% #1, +",
                        "Naru - " + "가나 다라".repeat(40));
        for (String name : names) {
            String rule =
                    "\t" + name + "\t설명\tC:\\Program Files\\나루\\naru.exe\tudp\t9000-9010\tany\tany";
            List<List<String>> printed =
                    wine.probe(
                            "firewall\tadd" + rule,
                            "firewall\thas" + rule,
                            "firewall\tremove" + rule);
            assertThat(printed.get(0))
                    .contains("outcome Done[]")
                    .anyMatch(line ->
                            line.endsWith(
                                    "|Protocol=17|LPort2_10=9000-9010"
                                            + "|App=C:\\Program Files\\나루\\naru.exe|Name="
                                            + name
                                            + "|Desc=설명|"));
            assertThat(printed.get(1)).contains("has true");
            assertThat(printed.get(2))
                    .contains("outcome Done[]")
                    .noneMatch(line -> line.contains(name));
        }
    }

    @Test
    void removesEveryDuplicateAndNothingOfAnyoneElse() throws Exception {
        for (int i = 0; i < 2; i++) {
            Wine.Ended made =
                    wine.run(
                            "netsh",
                            "advfirewall",
                            "firewall",
                            "add",
                            "rule",
                            "name=Naru - twice",
                            "dir=in",
                            "action=allow",
                            "protocol=tcp",
                            "localport=8000");
            assertThat(made.code()).as(made.output()).isZero();
        }
        List<List<String>> printed =
                wine.probe(
                        "rules\tLOCAL", "firewall\tremove\tNaru - twice\t\t\ttcp\t8000\tany\tany");
        assertThat(printed.get(0).stream().filter(line -> line.contains("Naru - twice")))
                .hasSize(2);
        assertThat(printed.get(1))
                .contains("outcome Done[]", OTHERS)
                .noneMatch(line -> line.contains("Naru - twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "deny, NotSo[exitCode=1]",
        "lie, NotSo[exitCode=0]",
        "fail, DoneAnyway[exitCode=1]"
    })
    void believesTheRegistryAndNotNetsh(String mode, String outcome) throws Exception {
        List<String> printed =
                wine.with("NARU_NETSH_MODE", mode)
                        .probe("firewall\tadd\tNaru - x\t\t\ttcp\t8000\tany\tany")
                        .getFirst();
        assertThat(printed).contains("outcome " + outcome);
    }

    @Test
    void readsEveryStoreAndItsSettings() throws Exception {
        List<List<String>> printed =
                wine.probe(
                        "rules\tLOCAL",
                        "rules\tGROUP_POLICY",
                        "rules\tMDM",
                        "settings\tGROUP_POLICY\tPublicProfile",
                        "settings\tLOCAL\tStandardProfile",
                        "settings\tMDM\tPublicProfile");
        assertThat(rules(printed.get(0)))
                .hasSize(5)
                .anyMatch(line ->
                        line.startsWith(
                                "rule TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}"
                                        + "C:\\program files\\naru\\naru.exe\tv2.33|"));
        assertThat(rules(printed.get(1))).singleElement().asString().contains("|Name=회사 정책|");
        assertThat(printed.get(2))
                .anyMatch(line -> line.startsWith("failed ") && line.contains("Mdm"));
        assertThat(printed.get(3))
                .containsExactly(
                        "Optional[{AllowLocalPolicyMerge=0,"
                                + " GloballyOpenPorts\\AllowUserPrefMerge=0}]");
        assertThat(printed.get(4))
                .containsExactly("Optional[{DisableNotifications=0, EnableFirewall=1}]");
        assertThat(printed.get(5)).containsExactly("Optional.empty");
    }

    /**
     * On two cores, nothing else running: 25 to 35 ms when Java has warmed up, 250 to 370 ms the
     * first time, most of which is Java loading classes.
     */
    @Test
    void readsAThousandRulesAtOnce() throws Exception {
        StringBuilder many =
                new StringBuilder(
                        "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess"
                                + "\\Parameters\\FirewallPolicy\\FirewallRules]\n");
        for (int i = 0; i < 995; i++) {
            many.append(
                    ("\"rule-%d\"=\"v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private"
                                    + "|LPort=%d|RA4=LocalSubnet|RA6=LocalSubnet"
                                    + "|App=C:\\\\Program Files\\\\%d.exe|Name=%d|\"%n")
                            .formatted(i, i + 1, i, i));
        }
        wine.importHive(many.toString());
        List<List<String>> printed = wine.probe("decode", "changes\tjudge");
        assertThat(printed.get(0)).hasSize(2).allMatch(line -> line.startsWith("decoded 1000 in "));
        assertThat(printed.get(1))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(line -> line.startsWith("judged 3 of 1001 rules in "))
                .anyMatch(line ->
                        Long.parseLong(line.replaceAll(".* in (\\d+) ms", "$1"))
                                < FirewallProbe.QUICK);
        System.out.println("On a Windows Java under Wine: " + printed);
    }

    private static List<String> rules(List<String> printed) {
        return printed.stream().filter(line -> line.startsWith("rule ")).toList();
    }
}
