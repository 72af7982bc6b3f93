package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program's {@code naru firewall} on a Windows Java, with a registry written down. */
final class FirewallCommandsUnderWineIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its settings are in there, so that it meets no other Naru. */
    @TempDir private Path home;

    private Wine wine;

    @BeforeEach
    void someoneHasRulesAlready() throws Exception {
        wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));
    }

    @Test
    void listsTheRulesOfEveryStoreAsTheRegistryHasThem() throws Exception {
        JsonNode rules = json("firewall", "list", "--all-stores", "--json");

        assertThat(rules.findValuesAsText("store"))
                .containsExactly("local", "local", "local", "local", "local", "group-policy");
        assertThat(rules.findValuesAsText("id"))
                .contains(
                        "RemoteDesktop-UserMode-In-TCP",
                        "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}"
                                + "C:\\program files\\naru\\naru.exe");
        assertThat(rules.findValuesAsText("text"))
                .contains(
                        "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000"
                                + "|Name=Someone else's 8000|",
                        "v2.30|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|LPort=23"
                                + "|Name=회사 정책|");
    }

    @Test
    void explainsByTheRuleThatDecides() throws Exception {
        JsonNode answer = explain("--port", "8000", "--profile", "private");

        assertThat(answer.path("verdict").asText()).isEqualTo("blocked");
        JsonNode decider = answer.path("decidedBy");
        assertThat(decider.path("kind").asText()).isEqualTo("rule");
        assertThat(decider.path("store").asText()).isEqualTo("local");
        assertThat(decider.path("id").asText()).isEqualTo("{11111111-2222-3333-4444-555555555555}");
        assertThat(decider.path("name").asText()).isEqualTo("TCP");
    }

    @Test
    void explainsByTheSettingThatMakesLocalRulesNotCount() throws Exception {
        JsonNode answer = explain("--port", "8000", "--profile", "public");

        assertThat(answer.path("verdict").asText()).isEqualTo("blocked");
        assertThat(answer.path("decidedBy").toString())
                .isEqualTo(
                        "{\"kind\":\"setting\",\"store\":\"group-policy\",\"id\":\"\","
                                + "\"name\":\"AllowLocalPolicyMerge\"}");
    }

    @Test
    void explainsByThePolicyOfTheOrganisation() throws Exception {
        JsonNode answer = explain("--port", "23", "--profile", "public");

        assertThat(answer.path("verdict").asText()).isEqualTo("blocked");
        assertThat(answer.path("certainty").asText()).isEqualTo("certain");
        assertThat(answer.path("decidedBy").path("store").asText()).isEqualTo("group-policy");
        assertThat(answer.path("decidedBy").path("name").asText()).isEqualTo("회사 정책");
    }

    @Test
    void makesARuleAndTakesItBackAlone() throws Exception {
        JsonNode before = json("firewall", "list", "--json");

        Wine.Ended added = naru("firewall", "add", "--name", "one & two", "--port", "9000");
        assertThat(added.code()).as(added.output()).isZero();
        assertThat(json("firewall", "list", "--json").findValuesAsText("name"))
                .contains("Naru - one & two", "Someone else's 8000");

        Wine.Ended removed = naru("firewall", "remove", "--name", "one & two");
        assertThat(removed.code()).as(removed.output()).isZero();
        assertThat(json("firewall", "list", "--json")).isEqualTo(before);
    }

    private JsonNode explain(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("firewall", "explain", "--json"));
        command.addAll(Arrays.asList(arguments));
        return json(command.toArray(String[]::new));
    }

    private JsonNode json(String... arguments) throws Exception {
        Wine.Ended ended = naru(arguments);
        assertThat(ended.code()).as(ended.output()).isZero();
        return JSON.readTree(
                ended.lines().stream()
                        .filter(line -> line.startsWith("[") || line.startsWith("{"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(ended.output())));
    }

    private Wine.Ended naru(String... arguments) throws Exception {
        Path program = Path.of(System.getProperty("naru.program", "target/naru"));
        String libraries = Wine.windowsPath(program.resolve("lib"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                libraries + "\\*",
                                "app.naru.Main",
                                "--lang",
                                "en"));
        command.addAll(Arrays.asList(arguments));
        wine.with("NARU_HOME", Wine.windowsPath(home));
        return wine.script(command.toArray(String[]::new));
    }
}
