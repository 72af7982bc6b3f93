package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands that change nothing write. */
final class CommandOutputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Forward forward(String name) {
        return new Forward(
                Forward.newId(),
                new ForwardName(name),
                Protocol.TCP,
                PortRange.of(8000),
                new Listen.LanAddresses(),
                new Target.ThisPc(new Port(8000)),
                new Audience.ThisNetwork(),
                new Lifetime.UntilStopped(),
                Set.of(NetworkProfile.PRIVATE),
                "");
    }

    private static void save(Terminal terminal, Forward forward, boolean on) throws IOException {
        new Settings(terminal.folder, Clock.systemUTC())
                .put(new SavedForward(forward, on, Optional.empty()));
    }

    @Test
    void theSurveyHasTheDocumentedFields() throws IOException {
        Terminal terminal = new Terminal(folder);
        terminal.listening(
                new Listener(
                        Protocol.TCP,
                        Address.parse("127.0.0.1"),
                        new Port(8000),
                        Optional.of(
                                new Program(
                                        77,
                                        "python3",
                                        Optional.of("/usr/bin/python3"),
                                        "python3 manage.py runserver"))));

        assertThat(terminal.run("survey", "--json")).isZero();

        JsonNode survey = JSON.readTree(terminal.out());
        assertThat(names(survey))
                .containsExactly(
                        "system", "internalAddress", "network", "servers", "wsl", "publicAddress");
        assertThat(survey.get("internalAddress").asText()).isEqualTo("192.168.0.7");
        JsonNode network = survey.get("network").get("value");
        assertThat(names(network.get("interfaces").get(0)))
                .containsExactly(
                        "index",
                        "name",
                        "description",
                        "kind",
                        "addresses",
                        "profile",
                        "reachesDevices");
        assertThat(network.get("gateways").toString())
                .isEqualTo("[{\"address\":\"192.168.0.1\",\"interfaceIndex\":2,\"metric\":100}]");
        JsonNode server = survey.get("servers").get("value").get(0);
        assertThat(names(server))
                .containsExactly(
                        "protocol",
                        "port",
                        "addresses",
                        "loopbackOnly",
                        "kind",
                        "title",
                        "program");
        assertThat(server.get("kind").asText()).isEqualTo("django");
        assertThat(names(server.get("program")))
                .containsExactly("pid", "name", "path", "commandLine");
        assertThat(survey.get("wsl").get("known").asBoolean()).isFalse();
        assertThat(survey.get("wsl").get("reason").get("key").asText())
                .isEqualTo("survey.wsl.notHere");
    }

    @Test
    void jsonIsPlainAsciiInEveryLanguage() {
        Terminal terminal = new Terminal(folder, Locale.KOREAN);

        terminal.run("survey", "--json");

        assertThat(terminal.out()).isNotEmpty().matches("\\p{ASCII}*").contains("\\u");
    }

    @Test
    void theListHasTheDocumentedFields() throws IOException {
        Terminal terminal = new Terminal(folder);
        save(terminal, forward("Blog"), false);

        assertThat(terminal.run("list", "--json")).isZero();

        JsonNode row = JSON.readTree(terminal.out()).get(0);
        assertThat(names(row))
                .containsExactly("forward", "saved", "state", "until", "pid", "traffic", "links");
        assertThat(names(row.get("forward")))
                .containsExactly(
                        "id",
                        "name",
                        "protocol",
                        "ports",
                        "listen",
                        "target",
                        "audience",
                        "lifetime",
                        "profiles",
                        "description",
                        "startWsl",
                        "trustNetwork",
                        "mapAnyway",
                        "http");
        assertThat(row.get("state").asText()).isEqualTo("closed");
        assertThat(row.get("pid").isNull()).isTrue();
    }

    @Test
    void anEmptyListSaysSo() {
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("list")).isZero();
        assertThat(terminal.out()).isEqualTo("There are no forwards." + System.lineSeparator());
    }

    @Test
    void closingAForwardThatIsKeptSwitchesItOff() throws IOException {
        Terminal terminal = new Terminal(folder);
        save(terminal, forward("Blog"), true);

        assertThat(terminal.run("close", "blog")).isZero();

        assertThat(new Settings(terminal.folder, Clock.systemUTC()).forwards())
                .singleElement()
                .matches(saved -> !saved.on());
        assertThat(terminal.out()).contains("\"blog\" is not open");
    }

    @Test
    void closingWhatNobodyHasFails() {
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("close", "Blog")).isOne();
        assertThat(terminal.err()).contains("There is no forward called \"Blog\"");
    }

    @Test
    void settingsThatWereCutInHalfAreToldAndTheLastGoodCopyTaken() throws IOException {
        Terminal terminal = new Terminal(folder);
        save(terminal, forward("Blog"), false);
        save(terminal, forward("Shop"), false);
        Path file = terminal.folder.forwards();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(terminal.run("list")).isZero();

        assertThat(terminal.err()).contains("forwards.json was damaged");
        assertThat(terminal.out()).contains("Blog: closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyOptionAndCommandIsExplained(String language) {
        picocli.CommandLine line =
                new Terminal(folder, Locale.forLanguageTag(language)).cli().commandLine();

        List<picocli.CommandLine> all = new ArrayList<>(List.of(line));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).getSubcommands().values());
        }
        assertThat(all).hasSizeGreaterThan(12);
        for (picocli.CommandLine each : all) {
            assertThat(each.getCommandSpec().usageMessage().header())
                    .as(each.getCommandName())
                    .isNotEmpty();
            assertThat(each.getCommandSpec().usageMessage().exitCodeList()).hasSizeBetween(3, 4);
            each.getCommandSpec()
                    .args()
                    .forEach(argument ->
                            assertThat(String.join("", argument.description()))
                                    .as(each.getCommandName() + " " + argument.paramLabel())
                                    .isNotBlank());
            assertThat(each.getUsageMessage()).contains(language.equals("ko") ? "종료 코드" : "Exit");
        }
    }

    @Test
    void theVersionIsTheBuilds() throws IOException {
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.out()).startsWith("Naru " + Version.number());
        assertThat(Version.number()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }

    @Test
    void theLanguageIsChosenBeforeParsing() {
        assertThat(Cli.texts(Locale.ENGLISH, "open", "--lang=ko").language())
                .isEqualTo(Locale.KOREAN);
        assertThat(Cli.texts(Locale.KOREAN, "--lang", "en", "survey").language())
                .isEqualTo(Locale.ENGLISH);
        assertThat(Cli.texts(Locale.KOREA, "--lang").language()).isEqualTo(Locale.KOREAN);
        assertThat(Cli.texts(Locale.FRENCH).language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void bytesAreReadable() {
        assertThat(ByteCount.text(0)).isEqualTo("0 B");
        assertThat(ByteCount.text(999)).isEqualTo("999 B");
        assertThat(ByteCount.text(1000)).isEqualTo("1.0 kB");
        assertThat(ByteCount.text(999_949)).isEqualTo("999.9 kB");
        assertThat(ByteCount.text(999_950)).isEqualTo("1.0 MB");
        assertThat(ByteCount.text(Long.MAX_VALUE)).isEqualTo("9223.4 PB");
    }
}
