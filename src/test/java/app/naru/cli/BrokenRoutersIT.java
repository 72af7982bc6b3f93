package app.naru.cli;

import static app.naru.cli.Checked.answer;
import static app.naru.cli.Checked.copy;
import static app.naru.cli.Checked.hop;
import static app.naru.cli.Checked.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every router of the lab before a server that is open to the Internet, whose checking service is a
 * real visitor: what is found, said and done, and that it helps.
 */
@Timeout(240)
final class BrokenRoutersIT {

    private static final String PAGE = "the very page";

    @TempDir Path home;
    private @Nullable Lab lab;
    private @Nullable LabInternet internet;
    private @Nullable Started server;
    private @Nullable Checked probe;

    private void up(String variant) throws Exception {
        up(variant, Map.of());
    }

    private void up(String variant, Map<String, String> settings) throws Exception {
        LabInternet.assumeInstalled();
        lab = Lab.up(variant, settings);
        internet = LabInternet.start(home, "check");
        Path site = Files.createDirectory(home.resolve("site"));
        Files.writeString(site.resolve("index.html"), PAGE);
        server = Started.files(site, "127.0.0.1", 8000);
        internet.awaitListening();
        await().until(() -> !Lab.listening(8000).isEmpty());
        probe = Checked.inLan(home);
    }

    @AfterEach
    void down() throws Exception {
        if (probe != null) {
            probe.close();
        }
        if (server != null) {
            server.close();
        }
        if (internet != null) {
            internet.close();
        }
        if (lab != null) {
            lab.down();
        }
    }

    private Checked probe() {
        return Objects.requireNonNull(probe);
    }

    /** What an administrator of the router does by hand. */
    private static void nft(String namespace, String... rule) throws Exception {
        List<String> command = new ArrayList<>(List.of("nft", "insert", "rule", "inet", "filter"));
        command.addAll(List.of(rule));
        Process process = new ProcessBuilder(Lab.in(namespace, command)).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    private static String sureness(JsonNode report) {
        return answer(report).get("sureness").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "igd1", "upnp", "pmp"})
    void aRouterThatDoesAsItIsAskedIsProvenByAVisit(String variant) throws Exception {
        up(variant);
        probe().open("8000 8000 internet");

        JsonNode untested = probe().finds("none");
        assertThat(untested.get("verdict").asText()).isEqualTo("cant-tell");

        JsonNode report = probe().finds("outside", "none");
        assertThat(report.get("verdict").asText()).as(report.toString()).isEqualTo("reachable");
        assertThat(report.get("findings").findValuesAsText("cause")).contains("no-hairpin");
        assertThat(Lab.fetchFromOutside(8000)).isEqualTo(PAGE);
    }

    @Test
    void aRouterThatRefusesIsSetByHandWithTheVeryValues() throws Exception {
        up("deny");
        probe().open("8000 8000 internet");

        JsonNode report = probe().finds("outside", "router-refuses");
        assertThat(hop(report)).isEqualTo("router");
        assertThat(sureness(report)).isEqualTo("certain");
        assertThat(text(report)).startsWith("The router does not open the port for Naru (");
        assertThat(copy(report)).isEqualTo("TCP 8000 → 192.168.77.10 8000");
        assertThat(answer(report).toString()).contains("http://192.168.77.1/");

        setByHand("router");
        assertWorks();
    }

    @Test
    void aRouterThatIsSilentIsLikelyTheReasonOnlyOnceSomeoneTried() throws Exception {
        up("nodaemon");
        probe().open("8000 8000 internet");
        JsonNode untested = probe().finds("router-silent");
        assertThat(sureness(untested)).isEqualTo("cant-tell");
        assertThat(untested.get("verdict").asText()).isEqualTo("cant-tell");

        JsonNode report = probe().finds("outside", "router-silent");
        assertThat(hop(report)).isEqualTo("router");
        assertThat(sureness(report)).isEqualTo("likely");
        assertThat(text(report))
                .isEqualTo(
                        "No router answers that opens ports for programs: UPnP and its like are"
                                + " off, most likely.");
        assertThat(copy(report)).isEqualTo("TCP 8000 → 192.168.77.10 8000");

        setByHand("router");
        assertWorks();
    }

    /** The router's page has it so after the values were typed. */
    private static void setByHand(String namespace) throws Exception {
        nft(
                namespace,
                "prerouting",
                "iifname",
                "eth-wan",
                "tcp",
                "dport",
                "8000",
                "dnat",
                "ip",
                "to",
                Lab.PC + ":8000");
        nft(namespace, "miniupnpd", "iifname", "eth-wan", "tcp", "dport", "8000", "accept");
    }

    private void assertWorks() throws Exception {
        JsonNode report = probe().finds("outside", "none");
        assertThat(report.get("verdict").asText()).as(report.toString()).isEqualTo("reachable");
        assertThat(Lab.fetchFromOutside(8000)).isEqualTo(PAGE);
    }

    /** miniupnpd tells no address that is private: which of the two it is can't be told by it. */
    @ParameterizedTest
    @CsvSource({"doublenat, 10.99.0.2", "cgnat, 100.64.0.2"})
    void aRouterBehindAnotherOrACarriersIsToldWithWhatHelps(String variant, String far)
            throws Exception {
        up(variant);
        probe().open("8000 8000 internet");

        JsonNode report = probe().finds("outside", "carrier-nat");
        assertThat(hop(report)).isEqualTo("router");
        assertThat(sureness(report)).isEqualTo("likely");
        assertThat(text(report))
                .isEqualTo(
                        "The router has no public address of its own: nothing from the Internet"
                                + " gets as far as this home.");
        assertThat(answer(report).get("fixes")).hasSizeGreaterThan(1);

        mapOnBoth(far);
        assertWorks();
    }

    /** The second sends it to the first, the first to this PC. */
    private static void mapOnBoth(String far) throws Exception {
        setByHand("router");
        nft(
                "isp",
                "prerouting",
                "iifname",
                "out",
                "tcp",
                "dport",
                "8000",
                "dnat",
                "ip",
                "to",
                far + ":8000");
        nft("isp", "miniupnpd", "iifname", "out", "tcp", "dport", "8000", "accept");
    }

    @Test
    void twoRoutersInARowAreToldWhereTheFirstTellsItsAddress() throws Exception {
        up("telling");
        probe().open("8000 8000 internet");

        JsonNode report = probe().finds("outside", "two-routers");
        assertThat(hop(report)).isEqualTo("router");
        assertThat(sureness(report)).isEqualTo("certain");
        assertThat(text(report)).contains("10.99.0.2");
        assertThat(answer(report).get("fixes").toString()).contains("bridge", "10.99.0.2");

        mapOnBoth("10.99.0.2");
        assertWorks();
    }

    @Test
    void aRouterThatClaimsWhatItHasNotLeavesALikelyList() throws Exception {
        up("extip");
        probe().open("8000 8000 internet");

        JsonNode report = probe().finds("outside", "nothing-arrives");
        assertThat(hop(report)).isEqualTo("internet");
        assertThat(sureness(report)).isEqualTo("likely");
        assertThat(text(report)).isEqualTo("Nothing from the Internet arrives at this PC.");
        assertThat(answer(report).get("evidence")).hasSize(4);
    }

    @Test
    void aPortThatTheProviderBlocksIsLeftForAHighOne() throws Exception {
        up("public", Map.of("LAB_EXTRA_CONF", "allow 80 192.168.77.0/24 80"));
        nft("router", "prerouting", "iifname", "eth-wan", "tcp", "dport", "80", "drop");
        probe().open("80 8000 internet");

        JsonNode report = probe().finds("outside", "provider-blocks");
        assertThat(hop(report)).isEqualTo("internet");
        assertThat(sureness(report)).isEqualTo("certain");
        assertThat(text(report))
                .isEqualTo("The Internet provider blocks port 80, most likely on purpose.");

        probe().fix(report, "open");
        JsonNode works = probe().finds("outside", "none");
        assertThat(works.get("verdict").asText()).as(works.toString()).isEqualTo("reachable");
        assertThat(Lab.fetchFromOutside(40080)).isEqualTo(PAGE);
    }

    @Test
    void aServerThatStopsAfterTheVisitArrivedIsTheServersCause() throws Exception {
        up("public");
        probe().open("8000 8000 internet");
        Objects.requireNonNull(server).close();

        JsonNode report = probe().finds("outside", "nothing-listens");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(report.get("findings").findValuesAsText("cause"))
                .contains("arrives-and-is-refused");
    }
}
