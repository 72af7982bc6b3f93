package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code naru firewall decode}: rule texts in, JSON out, without a look at this PC. */
final class FirewallDecodeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULE = "v2.31|Action=Allow|Dir=In|Protocol=6|LPort=80|Name=웹|";

    @TempDir Path folder;

    private Terminal terminal(byte[] input) {
        Terminal terminal = new Terminal(folder);
        terminal.typing(input);
        return terminal;
    }

    private Terminal terminal(String input) {
        return terminal(input.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> objects(Terminal terminal) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : terminal.out().lines().toList()) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    @Test
    void everySampleComesBackAsItWas() throws IOException {
        byte[] samples;
        try (InputStream in =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/app/naru/firewall/rule-samples.txt"))) {
            samples = in.readAllBytes();
        }
        Terminal terminal = terminal(samples);

        assertThat(terminal.run("firewall", "decode")).isZero();

        List<String> wanted = new String(samples, StandardCharsets.UTF_8).lines().toList();
        assertThat(wanted).hasSizeGreaterThan(10);
        assertThat(objects(terminal).stream().map(each -> each.get("text").asText()))
                .containsExactlyElementsOf(wanted);
        assertThat(terminal.out()).matches("\\p{ASCII}*");
        assertThat(terminal.timesOpened()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anObjectHasTheFieldsOfAListedRule() throws IOException {
        Terminal terminal = terminal(RULE);

        assertThat(terminal.run("firewall", "decode")).isZero();

        assertThat(objects(terminal))
                .containsExactly(
                        JSON.readTree(
                                """
                                {"text": "%s", "action": "allow", "direction": "in",
                                 "active": false, "protocol": 6,
                                 "profiles": ["domain", "private", "public"],
                                 "localPorts": ["80"], "remotePorts": [], "icmp": [],
                                 "localAddresses": [], "remoteAddresses": [],
                                 "name": "웹", "description": "", "group": "",
                                 "program": "", "service": ""}
                                """
                                        .formatted(RULE)));
    }

    @Test
    void aMalformedLineIsToldAndTheOthersDecoded() throws IOException {
        Terminal terminal = terminal(RULE + "\nnonsense\n\n" + RULE + "\n");

        assertThat(terminal.run("firewall", "decode")).isOne();

        List<JsonNode> objects = objects(terminal);
        assertThat(objects).hasSize(4);
        assertThat(objects.get(1))
                .hasToString(
                        "{\"error\":{\"key\":\"firewall.malformed.head\",\"text\":\"\\\"nonsense\\\" is"
                                + " not the start of a firewall rule's text: it starts with a"
                                + " version, like v2.31.\"}}");
        assertThat(objects.get(2).has("error")).isTrue();
        assertThat(objects.get(3).get("text").asText()).isEqualTo(RULE);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void takesLinesAsWindowsWritesThem() throws IOException {
        Terminal terminal = terminal("\ufeff" + RULE + "\r\n" + RULE + "\r\n");

        assertThat(terminal.run("firewall", "decode")).isZero();
        assertThat(objects(terminal))
                .extracting(each -> each.get("text").asText())
                .containsExactly(RULE, RULE);
    }

    @Test
    void aLineThatIsNotUtf8IsToldAndNotDamaged() throws IOException {
        Terminal terminal = terminal((RULE + "\u00ff\n" + "x").getBytes(StandardCharsets.UTF_16LE));

        assertThat(terminal.run("firewall", "decode")).isOne();
        assertThat(objects(terminal).getFirst().get("error").get("key").asText())
                .isEqualTo("cli.firewall.notUtf8");
    }

    @Test
    void aLineLongerThanAnyRuleIsToldAndTheNextDecoded() throws IOException {
        Terminal terminal = terminal("가".repeat(InputLines.LONGEST / 2) + "\n" + RULE);

        assertThat(terminal.run("firewall", "decode")).isOne();

        List<JsonNode> objects = objects(terminal);
        assertThat(objects.get(0).get("error").get("key").asText())
                .isEqualTo("firewall.malformed.long");
        assertThat(objects.get(1).get("text").asText()).isEqualTo(RULE);
    }

    @Test
    void nothingInNothingOut() {
        Terminal terminal = terminal("");

        assertThat(terminal.run("firewall", "decode")).isZero();
        assertThat(terminal.out()).isEmpty();
    }
}
