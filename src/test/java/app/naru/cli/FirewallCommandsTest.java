package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.PolicyStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code naru firewall list} and {@code explain}. */
final class FirewallCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private Terminal terminal;
    private final WrittenDownFirewall firewall = WrittenDownFirewall.ofThisPc();

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
        assertThat(rule.get("text").asText()).isEqualTo(WrittenDownFirewall.PYTHON);
        assertThat(rule.get("action").asText()).isEqualTo("allow");
        assertThat(rule.get("protocol").asInt()).isEqualTo(6);
        assertThat(rule.get("profiles")).hasToString("[\"private\"]");
        assertThat(rule.get("localPorts")).hasToString("[\"8000\",\"8080-8090\"]");
        assertThat(rule.get("program").asText()).isEqualTo("C:\\Python\\python.exe");
        assertThat(rules.get(1).get("active").asBoolean()).isFalse();
    }

    @Test
    void theOtherStoresAreListedWhenAskedFor() throws IOException {
        firewall.rule(PolicyStore.MDM, "{4}", WrittenDownFirewall.TELNET);

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
}
