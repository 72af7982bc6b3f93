package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program behind a real router, with an Internet of its own and a phone on mobile data.
 */
@Timeout(240)
final class OutsideLabIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KOREAN = "Accept-Language: ko-KR,ko;q=0.9";

    @TempDir Path home;
    private @Nullable Lab lab;
    private @Nullable LabInternet internet;

    private void up(String variant, String check) throws Exception {
        LabInternet.assumeInstalled();
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/miniupnpd")), "miniupnpd is not there");
        lab = Lab.up(variant);
        internet = LabInternet.start(home, check);
        internet.awaitListening();
    }

    @AfterEach
    void down() throws Exception {
        if (internet != null) {
            internet.close();
        }
        if (lab != null) {
            lab.down();
        }
    }

    @Test
    void aPhoneAndACheckingServiceComeFromOutsideAndNothingIsLeftOpen() throws Exception {
        up("public", "check");
        JsonNode address = address();
        assertThat(address.at("/way/kind").asText()).isEqualTo("open");
        assertThat(address.at("/router/address").asText()).isEqualTo(Lab.PUBLIC);
        assertThat(address.at("/external/agreement/ipv4").asText()).isEqualTo("all");
        assertThat(address.at("/sources").findValuesAsText("address"))
                .containsSubsequence(Lab.PUBLIC, Lab.PUBLIC);
        try (Started naru = open()) {
            String link = event(naru, "check").orElseThrow().get("link").asText();
            assertThat(link).startsWith("http://" + Lab.PUBLIC + ":8000/naru-check-");
            assertThat(event(naru, "service").orElseThrow().get("result").asText())
                    .isEqualTo("arrived");
            assertThat(visit(link + "x"))
                    .contains("<h1>It works.</h1>")
                    .contains("Naru has carried");
            assertThat(naru.out()).doesNotContain("\"phone\":true");
            assertThat(visit(link)).contains("<h1>잘 됩니다</h1>");
            JsonNode arrived = event(naru, "arrived").orElseThrow();
            assertThat(arrived.get("origin").asText()).isEqualTo("outside");
            assertThat(arrived.get("visitor").asText()).isEqualTo(LabInternet.FAR);
            assertThat(arrived.get("proves").asBoolean()).isTrue();
            assertThat(arrived.get("text").asText())
                    .contains("Internet → Router → Local network → Firewall → Relay");
            naru.signal("INT");
            assertThat(naru.exitCode()).as(naru.err()).isZero();
        }
        assertThat(visit("http://" + Lab.PUBLIC + ":8000/")).isEmpty();
        assertThat(home.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void aUdpForwardIsCheckedThroughADoorOfItsOwnThatIsClosedAgain() throws Exception {
        up("upnp", "check");
        try (Started naru =
                Started.naru(
                        home,
                        "open",
                        "9000",
                        "--udp",
                        "--audience",
                        "internet",
                        "--json",
                        "--check-outside")) {
            JsonNode check = event(naru, "check").orElseThrow();
            assertThat(check.at("/limits/text").asText())
                    .contains("TCP port 9000", "UDP port 9000");
            assertThat(visit(check.get("link").asText())).contains("<h1>잘 됩니다</h1>");
            assertThat(event(naru, "arrived").orElseThrow().get("proves").asBoolean()).isTrue();
            naru.signal("INT");
            assertThat(naru.exitCode()).as(naru.err()).isZero();
        }
        assertThat(home.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void claimsNothingWhereTheRouterIsWrongAboutItsAddress() throws Exception {
        up("extip", "claim");
        try (Started naru = open()) {
            String link = event(naru, "check").orElseThrow().get("link").asText();
            assertThat(visit(link)).isEmpty();
            assertThat(event(naru, "service").orElseThrow().get("result").asText())
                    .isEqualTo("never-arrived");
            assertThat(naru.out()).doesNotContain("\"event\":\"arrived\"");
            naru.signal("INT");
            assertThat(naru.exitCode()).as(naru.err()).isZero();
        }
    }

    @Test
    void explainsASecondRouterBeforeAnythingIsChecked() throws Exception {
        up("doublenat", "check");
        JsonNode address = address();
        assertThat(address.at("/external/ipv4").asText()).isEqualTo(Lab.PUBLIC);
        assertThat(address.at("/router/says").asText()).isEqualTo("none");
        assertThat(address.at("/way/blocked").asBoolean()).isTrue();
        assertThat(address.at("/way/help")).isNotEmpty();
        try (Started naru = open()) {
            assertThat(event(naru, "check-impossible")).isPresent();
            assertThat(naru.out()).doesNotContain("\"link\":");
            naru.signal("INT");
            assertThat(naru.exitCode()).as(naru.err()).isZero();
        }
    }

    private JsonNode address() throws Exception {
        try (Started naru = Started.naru(home, "address", "--json")) {
            assertThat(naru.exitCode()).as(naru.err()).isZero();
            return JSON.readTree(naru.out());
        }
    }

    private Started open() throws IOException {
        return Started.naru(
                home,
                "open",
                "8000",
                "--sample",
                "--audience",
                "internet",
                "--json",
                "--check-outside");
    }

    /** Waits for the first event of that name. */
    private static Optional<JsonNode> event(Started naru, String name) throws IOException {
        String mark = "\"event\":\"" + name + "\"";
        naru.awaitOut(mark);
        for (String line : naru.out().split("\n")) {
            if (line.contains(mark)) {
                return Optional.of(JSON.readTree(line));
            }
        }
        return Optional.empty();
    }

    /** Returns the page that a phone on the Internet gets; empty if none. */
    private static String visit(String link) throws IOException, InterruptedException {
        return Lab.output("wan", "curl", "-s", "-m", "3", "-H", KOREAN, link);
    }
}
