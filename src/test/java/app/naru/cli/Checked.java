package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link CheckProbe} on the PC of a {@link Lab}, and what it says of the way. */
final class Checked implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A machine that is busy with other tests answers late: it is looked at again then. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader answers;

    private Checked(Process process) {
        this.process = process;
        answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it with settings of its own. */
    static Checked inLan(Path home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckProbe.class.getName(),
                        home.toString());
        return new Checked(
                new ProcessBuilder(Lab.in("lan", command))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Returns what it answers. */
    JsonNode ask(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            JsonNode answer = JSON.readTree(answers.readLine());
            assertThat(answer.has("thrown")).as(answer.toString()).isFalse();
            return answer;
        } catch (IOException e) {
            throw new AssertionError("the probe has ended", e);
        }
    }

    /** Opens that forward, {@code PORT TARGET AUDIENCE}, in the place of the one before. */
    void open(String forward) {
        JsonNode result = ask("open " + forward);
        assertThat(result.get("done").asBoolean()).as(result.toString()).isTrue();
    }

    /** Checks until that is the cause; returns the report. */
    JsonNode finds(String cause) {
        return finds("check", cause);
    }

    /** Checks by that command until that is the cause, or {@code none}. */
    JsonNode finds(String command, String cause) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> ask(command),
                        report -> report.path("cause").asText("none").equals(cause));
    }

    /** Checks until nothing is in the way. */
    void findsItWorks() {
        JsonNode report = finds("none");
        assertThat(report.get("verdict").asText()).as(report.toString()).isEqualTo("reachable");
    }

    /** Does the answer's fix that Naru does by opening the forward otherwise, or by a change. */
    void fix(JsonNode report, String kind) {
        fix(answer(report), fixOf(report, kind));
    }

    /** Does the fix of that number. */
    void fix(JsonNode finding, int number) {
        JsonNode result = ask("fix " + finding.get("cause").asText() + " " + number);
        assertThat(result.get("done").asBoolean()).as(result.toString()).isTrue();
    }

    /** Takes back the fix that was done last. */
    void undo() {
        JsonNode result = ask("undo");
        assertThat(result.get("done").asBoolean()).as(result.toString()).isTrue();
    }

    /** Returns the finding of that cause; null where there is none. */
    static @Nullable JsonNode find(JsonNode report, String cause) {
        for (JsonNode finding : report.get("findings")) {
            if (finding.get("cause").asText().equals(cause)) {
                return finding;
            }
        }
        return null;
    }

    /** Returns the sentence of a report or of a finding. */
    static String text(JsonNode node) {
        return node.get("text").asText();
    }

    /** Returns the hop at which the report's answer is. */
    static String hop(JsonNode report) {
        return answer(report).get("hop").asText();
    }

    /** Returns the finding that is the report's answer. */
    static JsonNode answer(JsonNode report) {
        for (JsonNode finding : report.get("findings")) {
            if (finding.get("cause").equals(report.get("cause"))) {
                return finding;
            }
        }
        throw new AssertionError("no finding of that cause: " + report);
    }

    /** Returns which of the answer's fixes is of that kind: {@code copy}, {@code open}, … */
    static int fixOf(JsonNode report, String kind) {
        JsonNode fixes = answer(report).get("fixes");
        for (int i = 0; i < fixes.size(); i++) {
            if (fixes.get(i).get("kind").asText().equals(kind)) {
                return i;
            }
        }
        throw new AssertionError("no fix of the kind " + kind + ": " + fixes);
    }

    /** Returns the text to copy. */
    static String copy(JsonNode report) {
        return answer(report).get("fixes").get(fixOf(report, "copy")).get("copy").asText();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    }
}
