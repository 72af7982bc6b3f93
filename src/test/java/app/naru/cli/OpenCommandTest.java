package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.server.SampleServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code naru open}, with a real relay from 127.0.0.6 to a real server on 127.0.0.1. */
final class OpenCommandTest {

    private static final String HERE = "127.0.0.6";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private SampleServer server;
    private Terminal terminal;
    private String port;

    @BeforeEach
    void start() throws IOException {
        server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        terminal = new Terminal(folder);
        port = Integer.toString(FreePorts.one());
    }

    @AfterEach
    void stop() {
        terminal.stop.request();
        server.close();
    }

    private CompletableFuture<Integer> open(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("open", port, "--to", server.port().toString(), "--listen", HERE));
        arguments.addAll(List.of(more));
        return CompletableFuture.supplyAsync(
                () -> terminal.run(arguments.toArray(String[]::new)),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        String whole = terminal.out();
        for (String line : whole.substring(0, whole.lastIndexOf('\n') + 1).lines().toList()) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private JsonNode awaitEvent(String name) {
        return await().until(
                        () ->
                                events().stream()
                                        .filter(each -> each.path("event").asText().equals(name))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String fetch() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://" + HERE + ":" + port + "/");
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private boolean nothingListens() {
        try (ServerSocket free = new ServerSocket()) {
            free.bind(new java.net.InetSocketAddress(HERE, Integer.parseInt(port)));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @Test
    void opensRelaysAndClosesWhenItIsStopped() throws Exception {
        CompletableFuture<Integer> code = open("--json", "--name", "Django");

        JsonNode open = awaitEvent("open");
        assertThat(fetch()).contains("it works");
        JsonNode traffic = awaitEvent("traffic");
        terminal.stop.request();

        await().until(code::isDone);
        assertThat(code.join()).isZero();
        assertThat(nothingListens()).isTrue();
        assertThat(folder.resolve("journal")).isEmptyDirectory();
        assertThat(folder.resolve("running")).isEmptyDirectory();
        assertThat(open.get("links").get(0).asText())
                .isEqualTo("http://" + HERE + ":" + port + "/");
        assertThat(open.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(open.get("forward").get("name").asText()).isEqualTo("Django");
        assertThat(traffic.get("accepted").asInt()).isOne();
        assertThat(events())
                .extracting(each -> each.get("event").asText())
                .startsWith("plan", "step", "step", "open", "traffic")
                .endsWith("closing", "undo", "undo", "closed");
        assertThat(awaitEvent("closing").get("reason").asText()).isEqualTo("interrupted");
        assertThat(awaitEvent("closed").get("left")).isEmpty();
    }

    @Test
    void aPresetFillsInWhatIsNotGiven() throws Exception {
        Terminal planning = new Terminal(folder);

        assertThat(planning.run("open", "--preset", "minecraft-bedrock", "--dry-run")).isZero();

        assertThat(planning.out()).contains("let UDP port 19132 in there");
        assertThat(planning.err()).contains("add --audience internet");
    }

    @Test
    void whatIsGivenCountsMoreThanThePreset() throws Exception {
        Terminal planning = new Terminal(folder);

        assertThat(planning.run("open", "8123", "--preset", "Django", "--for", "5m", "--dry-run"))
                .isZero();

        assertThat(planning.out()).contains("8123").doesNotContain("8000");
    }

    @Test
    void anUnknownPresetNamesThoseThatThereAre() {
        Terminal planning = new Terminal(folder);

        assertThat(planning.run("open", "--preset", "gopher", "--dry-run")).isEqualTo(2);

        assertThat(planning.err()).contains("\"gopher\"", "django", "minecraft-bedrock", "rdp");
    }

    @Test
    void closesByItselfWhenItsTimeIsOver() throws Exception {
        CompletableFuture<Integer> code = open("--json", "--for", "1s");

        await().until(code::isDone);
        assertThat(code.join()).isZero();
        assertThat(awaitEvent("closing").get("reason").asText()).isEqualTo("time-over");
        assertThat(awaitEvent("open").get("until").asText()).endsWith("Z");
        assertThat(nothingListens()).isTrue();
    }

    @Test
    void closesWhenAnotherProcessAsks() throws Exception {
        CompletableFuture<Integer> code = open("--json", "--name", "Django");
        awaitEvent("open");

        Terminal other = new Terminal(folder);
        assertThat(other.run("list")).isZero();
        assertThat(other.run("close", "django")).isZero();

        await().until(code::isDone);
        assertThat(code.join()).isZero();
        assertThat(other.out()).contains("Django: open").contains("\"django\" is closed.");
        assertThat(awaitEvent("closing").get("reason").asText()).isEqualTo("asked");
        assertThat(nothingListens()).isTrue();
    }

    @Test
    void closesEverythingThatAnyProcessHasOpen() throws Exception {
        CompletableFuture<Integer> code = open("--json");
        awaitEvent("open");

        assertThat(new Terminal(folder).run("close", "--all")).isZero();

        await().until(code::isDone);
        assertThat(nothingListens()).isTrue();
    }

    @Test
    void aDryRunShowsThePlanAndChangesNothing() throws Exception {
        assertThat(open("--json", "--dry-run").get()).isZero();

        assertThat(events()).hasSize(1);
        JsonNode plan = events().getFirst();
        assertThat(plan.get("dryRun").asBoolean()).isTrue();
        assertThat(plan.get("changes")).hasSize(1);
        assertThat(plan.get("changes").get(0).get("hop").asText()).isEqualTo("relay");
        assertThat(plan.get("obstacles")).isEmpty();
        assertThat(nothingListens()).isTrue();
        assertThat(folder.resolve("running")).doesNotExist();
    }

    @Test
    void aTakenPortNamesTheProgramAndOffersAnother() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new java.net.InetSocketAddress(HERE, Integer.parseInt(port)));
            terminal.listening(
                    new Listener(
                            Protocol.TCP,
                            Address.parse(HERE),
                            Port.parse(port),
                            Optional.of(new Program(77, "nginx", Optional.empty(), ""))));

            assertThat(open().get()).isOne();
        }

        assertThat(terminal.err())
                .contains("Port " + port + " is already used by nginx (77).")
                .containsPattern("Port [0-9]+ is free\\.");
        assertThat(folder.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void aServerOnTheAddressItselfNeedsNoRelay() throws Exception {
        terminal.listening(
                new Listener(
                        Protocol.TCP, Address.parse("0.0.0.0"), new Port(8000), Optional.empty()));

        assertThat(terminal.run("open", "8000", "--dry-run")).isZero();

        assertThat(terminal.out()).contains("no relay is needed").doesNotContain("Relay TCP");
    }

    @Test
    void tellsWhatOpeningToTheInternetMeans() {
        terminal.run("open", "8000", "--audience", "internet", "--dry-run");

        assertThat(terminal.out())
                .startsWith("Note: everyone on the Internet")
                .contains("Naru will have the router send TCP port 8000 to 192.168.0.7");
    }

    @Test
    void theSampleIsThereToBeOpened() throws Exception {
        CompletableFuture<Integer> code =
                CompletableFuture.supplyAsync(
                        () -> terminal.run("open", port, "--sample", "--listen", HERE, "--json"),
                        task -> Thread.ofPlatform().daemon().start(task));
        awaitEvent("open");

        assertThat(fetch()).contains("<h1>It works.</h1>");
        terminal.stop.request();
        assertThat(code.get()).isZero();
    }
}
