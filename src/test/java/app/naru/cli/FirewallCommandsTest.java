package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Elevation.Ending;
import app.naru.firewall.PolicyStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code naru firewall list}, {@code explain}, {@code add} and {@code remove}. */
final class FirewallCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PYTHON =
            "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|LPort=8000"
                    + "|LPort2_10=8080-8090|RA4=LocalSubnet|RA6=LocalSubnet"
                    + "|App=C:\\Python\\python.exe|Name=Django 서버|";
    private static final String REMOTE_DESKTOP =
            "v2.33|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389|Svc=termservice|Name=RDP|";
    private static final String TELNET =
            "v2.30|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|LPort=23|Name=회사 정책|";
    private static final String OWN =
            "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|RA4=LocalSubnet"
                    + "|RA6=LocalSubnet|Name=Naru - Blog|";

    @TempDir Path folder;
    private Terminal terminal;
    private final WrittenDownFirewall firewall =
            new WrittenDownFirewall()
                    .rule(PolicyStore.LOCAL, "{1}", PYTHON)
                    .rule(PolicyStore.LOCAL, "{2}", REMOTE_DESKTOP)
                    .rule(PolicyStore.GROUP_POLICY, "{3}", TELNET);

    @BeforeEach
    void onWindows() {
        terminal = new Terminal(folder);
        terminal.with(firewall);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void windowsOwnRulesAreCalledAsWindowsCallsThem() throws IOException {
        firewall.rule(
                PolicyStore.LOCAL,
                "{7}",
                "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3390"
                        + "|Name=@FirewallAPI.dll,-28775|");

        assertThat(terminal.run("firewall", "list")).isZero();
        assertThat(terminal.run("firewall", "explain", "--port", "3390")).isZero();
        assertThat(terminal.run("firewall", "list", "--json")).isZero();

        assertThat(terminal.out())
                .containsSubsequence("Remote Desktop", "\"Remote Desktop\"", "@FirewallAPI.dll");
    }

    @Test
    void aRuleHasTheDocumentedFields() throws IOException {
        assertThat(terminal.run("firewall", "list", "--json")).isZero();

        JsonNode rules = JSON.readTree(terminal.out());
        assertThat(rules.findValuesAsText("id")).containsExactly("{1}", "{2}");
        JsonNode rule = rules.get(0);
        assertThat(names(rule))
                .containsExactlyInAnyOrder(
                        "store",
                        "id",
                        "text",
                        "action",
                        "direction",
                        "active",
                        "protocol",
                        "profiles",
                        "localPorts",
                        "remotePorts",
                        "icmp",
                        "localAddresses",
                        "remoteAddresses",
                        "name",
                        "description",
                        "group",
                        "program",
                        "service");
        assertThat(rule.get("store").asText()).isEqualTo("local");
        assertThat(rule.get("text").asText()).isEqualTo(PYTHON);
        assertThat(rule.get("action").asText()).isEqualTo("allow");
        assertThat(rule.get("protocol").asInt()).isEqualTo(6);
        assertThat(rule.get("profiles")).hasToString("[\"private\"]");
        assertThat(rule.get("localPorts")).hasToString("[\"8000\",\"8080-8090\"]");
        assertThat(rule.get("program").asText()).isEqualTo("C:\\Python\\python.exe");
        assertThat(rules.get(1).get("active").asBoolean()).isFalse();
    }

    @Test
    void theOtherStoresAreListedWhenAskedFor() throws IOException {
        firewall.rule(PolicyStore.MDM, "{4}", TELNET);

        assertThat(terminal.run("firewall", "list", "--all-stores", "--json")).isZero();

        assertThat(JSON.readTree(terminal.out()).findValuesAsText("store"))
                .containsExactly("local", "local", "group-policy", "mdm");
    }

    @Test
    void rulesAreListedInWords() {
        assertThat(terminal.run("firewall", "list", "--all-stores")).isZero();

        assertThat(terminal.out().lines())
                .containsExactly(
                        "Rules of this PC: 2",
                        "  Django 서버: Lets devices of this network reach C:\\Python\\python.exe"
                                + " on TCP port 8000, 8080-8090, in private networks",
                        "  RDP: Turned off. When on: Lets any device reach the service termservice"
                                + " on TCP port 3389",
                        "Rules of Group Policy: 1",
                        "  회사 정책: Keeps any device from reaching any program on TCP port 23, in"
                                + " public networks",
                        "Rules of the organisation that manages this PC: 0");
    }

    @Test
    void aRuleThatIsNoneIsListedWithWhatIsWrong() throws IOException {
        firewall.rule(PolicyStore.LOCAL, "{0}", "v2.33|Action=Allow|");

        assertThat(terminal.run("firewall", "list", "--json")).isZero();

        JsonNode last = JSON.readTree(terminal.out()).get(2);
        assertThat(last.toString())
                .isEqualTo(
                        "{\"store\":\"local\",\"id\":\"{0}\",\"error\":{\"key\":"
                                + "\"firewall.malformed.missing\",\"text\":\"The rule has no Dir.\"}}");
    }

    @Test
    void rulesThatCanNotBeReadAreNotTakenForNone() {
        firewall.withoutRules(PolicyStore.LOCAL);

        assertThat(terminal.run("firewall", "list", "--all-stores", "--json")).isOne();

        assertThat(terminal.err()).contains("The rules of this PC can't be read: no key local");
        assertThat(terminal.out()).contains("\"store\":\"group-policy\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--port 8000 --profile private --remote 192.168.0.9 --program C:\\Python\\python.exe"
                        + "; allowed; certain; rule; local; {1}; Django 서버",
                "--port 8000 --profile private --program C:\\Python\\python.exe"
                        + "; allowed; likely; rule; local; {1}; Django 서버",
                "--port 8000 --profile private --remote 192.168.9.9 --program C:\\Python\\python.exe"
                        + "; blocked; certain; default; local; ''; DefaultInboundAction",
                "--port 8000 --profile private; blocked; certain; default; local; '';"
                        + " DefaultInboundAction",
                "--port 8000 --udp --profile private; blocked; certain; default; local; '';"
                        + " DefaultInboundAction",
                "--port 23 --profile public; blocked; certain; rule; group-policy; {3}; 회사 정책",
                "--port 23 --out --profile public; allowed; certain; default; local; '';"
                        + " DefaultOutboundAction",
                "--port 80 --profile domain; allowed; certain; setting; local; ''; EnableFirewall",
            })
    void saysWhatDecides(
            String arguments,
            String verdict,
            String certainty,
            String kind,
            String store,
            String id,
            String name)
            throws IOException {
        firewall.set(PolicyStore.LOCAL, "DomainProfile", "EnableFirewall", "0");

        int code = terminal.run(("firewall explain --json " + arguments).split(" "));

        assertThat(code).as(terminal.err()).isZero();
        JsonNode answer = JSON.readTree(terminal.out());
        assertThat(names(answer))
                .containsExactly("verdict", "certainty", "decidedBy", "profile", "key", "text");
        assertThat(answer.get("verdict").asText()).isEqualTo(verdict);
        assertThat(answer.get("certainty").asText()).isEqualTo(certainty);
        JsonNode decider = answer.get("decidedBy");
        assertThat(names(decider)).containsExactly("kind", "store", "id", "name");
        assertThat(List.of(kind, store, id, name))
                .containsExactly(
                        decider.get("kind").asText(),
                        decider.get("store").asText(),
                        decider.get("id").asText(),
                        decider.get("name").asText());
    }

    @Test
    void explainsInWordsForTheNetworkThatWindowsTakesAnUnknownOneFor() {
        assertThat(terminal.run("firewall", "explain", "--port", "23")).isZero();

        assertThat(terminal.out().lines())
                .containsExactly(
                        "On public networks:",
                        "  The firewall blocks it: the rule \"회사 정책\" of this PC's Group Policy says"
                                + " so.");
    }

    @Test
    void withoutTheRulesTheAnswerIsUnknown() throws IOException {
        firewall.withoutRules(PolicyStore.LOCAL);

        assertThat(terminal.run("firewall", "explain", "--port", "80", "--json")).isZero();

        JsonNode answer = JSON.readTree(terminal.out());
        assertThat(answer.get("verdict").asText()).isEqualTo("unknown");
        assertThat(answer.get("decidedBy").get("kind").asText()).isEqualTo("unread");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firewall list",
                "firewall list --all-stores --json",
                "firewall explain --port 80",
                "firewall remove --name x",
                "firewall remove --name x --dry-run"
            })
    void elsewhereThanOnWindowsThereIsNoSuchFirewall(String arguments) {
        Terminal linux = new Terminal(folder);

        assertThat(linux.run(arguments.split(" "))).isOne();
        assertThat(linux.err()).contains("This system has no Windows Defender Firewall.");
        assertThat(linux.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--name Blog --port 8000;"
                        + "\"Naru - Blog\" dir=in action=allow protocol=tcp localport=8000"
                        + " remoteip=localsubnet profile=any",
                "--name Naru·-·Blog --in --allow --port 80,8000-8010 --protocol udp --remote any"
                        + " --profiles private,domain --description For·me;"
                        + "\"Naru - Blog\" dir=in action=allow protocol=udp"
                        + " localport=80,8000-8010 remoteip=any profile=domain,private"
                        + " description=\"For me\"",
                "--name Game --out --block --program C:\\g\\game.exe;"
                        + "\"Naru - Game\" dir=out action=block program=C:\\g\\game.exe"
                        + " protocol=any remoteip=any profile=any",
                "--name 차단 --out --block --remote 203.0.113.0/24,2001:db8::/32;"
                        + "\"Naru - 차단\" dir=out action=block protocol=any"
                        + " remoteip=203.0.113.0/24,2001:db8::/32 profile=any",
                "--name Ping --in --allow --protocol icmpv6;"
                        + "\"Naru - Ping\" dir=in action=allow protocol=icmpv6"
                        + " remoteip=localsubnet profile=any",
                "--name DNS --out --block --protocol udp --remote-port 53;"
                        + "\"Naru - DNS\" dir=out action=block protocol=udp remoteport=53"
                        + " remoteip=any profile=any"
            })
    void aDryRunShowsTheExactCommandAndTouchesNothing(String arguments, String command) {
        Terminal anywhere = new Terminal(folder);

        int code = anywhere.run(words("firewall add --dry-run " + arguments));

        assertThat(code).as(anywhere.err()).isZero();
        assertThat(anywhere.out())
                .contains("  netsh advfirewall firewall add rule name=" + command + "\n")
                .endsWith("Nothing was changed.\n");
        assertThat(anywhere.timesOpened()).isZero();
    }

    /** A dot in the middle stands for a space within a word. */
    private static String[] words(String line) {
        return java.util.Arrays.stream(line.split(" ", -1))
                .map(word -> word.replace('·', ' '))
                .toArray(String[]::new);
    }

    @Test
    void elsewhereThanOnWindowsARuleIsShownAndNotMade() {
        Terminal linux = new Terminal(folder, Locale.KOREAN);

        assertThat(linux.run("firewall", "add", "--name", "Blog", "--port", "8000")).isOne();
        assertThat(linux.out()).contains("netsh advfirewall firewall add rule");
        assertThat(linux.err()).contains("Windows Defender 방화벽이 없어 규칙을");
    }

    @Test
    void makesARuleWithNarusMark() {
        firewall.answering(arguments -> {
            firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
            return new Ending.Exited(0);
        });

        assertThat(terminal.run("firewall", "add", "--name", "Blog", "--port", "8000")).isZero();

        assertThat(terminal.out()).contains("Done: the firewall rule \"Naru - Blog\"");
        assertThat(firewall.ran)
                .containsExactly(
                        "NETSH advfirewall firewall add rule name=Naru - Blog dir=in action=allow"
                                + " protocol=tcp localport=8000 remoteip=localsubnet profile=any");
    }

    @Test
    void aDeclinedPromptIsTold() {
        firewall.answering(arguments -> new Ending.Declined());

        assertThat(terminal.run("firewall", "add", "--name", "Blog", "--port", "8000")).isOne();
        assertThat(terminal.err()).contains("Windows asked for your consent and got a no.");
    }

    @Test
    void removesARuleOfNarusOwn() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
        firewall.answering(arguments -> {
            firewall.gone(PolicyStore.LOCAL, "{9}");
            return new Ending.Exited(0);
        });

        assertThat(terminal.run("firewall", "remove", "--name", "Naru - Blog")).isZero();

        assertThat(firewall.ran)
                .containsExactly(
                        "NETSH advfirewall firewall delete rule name=Naru - Blog dir=in protocol=6"
                                + " localport=8000");
        assertThat(terminal.out()).contains("Done: the firewall rule \"Naru - Blog\"");
    }

    @Test
    void showsWhatRemovingWouldRun() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN);

        assertThat(terminal.run("firewall", "remove", "--name", "Blog", "--dry-run")).isZero();

        assertThat(terminal.out())
                .isEqualTo(
                        "  netsh advfirewall firewall delete rule name=\"Naru - Blog\" dir=in"
                                + " protocol=6 localport=8000\nNothing was changed.\n");
        assertThat(firewall.ran).isEmpty();
    }

    @Test
    void removesNoRuleOfAnyoneElse() {
        assertThat(terminal.run("firewall", "remove", "--name", "RDP")).isZero();

        assertThat(firewall.ran).isEmpty();
        assertThat(terminal.out()).contains("Nothing to do: the firewall rule \"Naru - RDP\"");
    }

    @Test
    void leavesARuleAloneThatIsCalledAlmostTheSame() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN.replace("Naru - Blog", "NARU - Blog"));

        assertThat(terminal.run("firewall", "remove", "--name", "Blog")).isOne();

        assertThat(firewall.ran).isEmpty();
        assertThat(terminal.err()).contains("\"NARU - Blog\", which is not Naru's to change");
    }

    @Test
    void turnsARuleOffAndUndoesIt() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
        firewall.answering(arguments -> {
            String active = arguments.contains("enable=no") ? "FALSE" : "TRUE";
            firewall.rule(PolicyStore.LOCAL, "{9}", OWN.replace("TRUE", active));
            return new Ending.Exited(0);
        });

        assertThat(terminal.run("firewall", "disable", "--name", "Blog")).isZero();
        assertThat(terminal.run("firewall", "disable", "--name", "Blog")).isZero();
        assertThat(terminal.out())
                .contains("netsh advfirewall firewall set rule name=\"Naru - Blog\" new enable=no")
                .contains("Nothing to do: the firewall rule \"Naru - Blog\"");
        assertThat(terminal.run("firewall", "undo")).isZero();

        assertThat(firewall.ran)
                .containsExactly(
                        "NETSH advfirewall firewall set rule name=Naru - Blog dir=in protocol=6"
                                + " localport=8000 new enable=no",
                        "NETSH advfirewall firewall set rule name=Naru - Blog dir=in protocol=6"
                                + " localport=8000 new enable=yes");
        assertThat(terminal.out()).contains("Taken back: the firewall rule \"Naru - Blog\"");
    }

    @Test
    void undoesWhatWasMadeAndWhatWasRemovedTheLastFirst() {
        firewall.answering(arguments -> {
            if (arguments.contains("add")) {
                firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
            } else {
                firewall.gone(PolicyStore.LOCAL, "{9}");
            }
            return new Ending.Exited(0);
        });
        terminal.run("firewall", "add", "--name", "Blog", "--port", "8000");
        terminal.run("firewall", "remove", "--name", "Blog");

        assertThat(terminal.run("firewall", "undo", "--dry-run")).isZero();
        assertThat(terminal.run("firewall", "undo")).isZero();
        assertThat(terminal.run("firewall", "undo")).isZero();
        assertThat(terminal.run("firewall", "undo")).isZero();

        assertThat(firewall.ran)
                .extracting(command -> command.split(" ")[3])
                .containsExactly("add", "delete", "add", "delete");
        assertThat(terminal.out())
                .contains("The last change was: Remove the firewall rule \"Naru - Blog\"")
                .endsWith("There is nothing to take back.\n");
    }

    @Test
    void aRuleThatDoesNotExistIsNotTurnedOn() {
        assertThat(terminal.run("firewall", "enable", "--name", "Blog")).isOne();

        assertThat(terminal.err()).contains("There is nothing to change");
        assertThat(firewall.ran).isEmpty();
    }
}
