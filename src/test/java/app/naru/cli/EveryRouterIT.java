package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.router.RouterLab;
import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built program says and does behind every kind of router; the router is a real one. */
@Timeout(180)
final class EveryRouterIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAR = "11.0.0.1";
    private static final String PAGE = "It works.";

    @TempDir Path home;
    private @Nullable RouterLab lab;
    private final List<Started> started = new ArrayList<>();

    /** Sets it up, with a server on the Internet that tells the visitor's address. */
    private RouterLab up(String variant, Map<String, String> extra) throws Exception {
        RouterLab up = RouterLab.up(variant, extra);
        lab = up;
        start(
                up.in(
                        "wan",
                        "/usr/bin/python3",
                        Path.of("lab", "router", "internet.py").toAbsolutePath().toString(),
                        FAR,
                        "8080"));
        new Settings(new SettingsFolder(home), Clock.systemUTC())
                .internet(new InternetServices(true, List.of(FAR + ":8080"), List.of(), List.of()));
        await().until(() -> !up.output("wan", "ss", "-Hltn", "sport = :8080").isEmpty());
        return up;
    }

    private Started start(List<String> command) throws IOException {
        Started process = Started.start(home, command);
        started.add(process);
        return process;
    }

    private Started naru(RouterLab in, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(in.in("lan", Started.naru().toString()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    private Started open(RouterLab in, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("open", "8000", "--sample", "--audience", "internet"));
        arguments.add("--json");
        arguments.addAll(List.of(more));
        return naru(in, arguments.toArray(String[]::new));
    }

    @AfterEach
    void down() throws IOException {
        started.forEach(Started::close);
        if (lab != null) {
            lab.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "public, PCP NAT-PMP UPnP, public, open, done, true",
        "igd1, PCP NAT-PMP UPnP, public, open, done, true",
        "upnp, UPnP, public, open, done, true",
        "pmp, PCP NAT-PMP, public, open, done, true",
        "deny, PCP NAT-PMP UPnP, public, open, does not let programs open this port, false",
        "cgnat, PCP NAT-PMP UPnP, none, no-address, can't open ports now, false",
        "doublenat, PCP NAT-PMP UPnP, none, no-address, can't open ports now, false",
        "extip, PCP NAT-PMP UPnP, public, open, done, false",
        "nodaemon, '', '', unsaid, No router has answered, false"
    })
    void saysAndDoesWhatTheRouterAllows(
            String variant,
            String protocols,
            String kind,
            String way,
            String outcome,
            boolean arrives)
            throws Exception {
        RouterLab router = up(variant, Map.of());
        Started listing = naru(router, "router", "--json");
        JsonNode address = address(router);
        assertThat(address.at("/way/kind").asText()).isEqualTo(way);
        assertThat(address.at("/external/ipv4").asText()).isEqualTo(RouterLab.PUBLIC_ADDRESS);
        JsonNode routers =
                asked(
                        router,
                        listing,
                        told -> texts(told.at("/0/protocols")).equals(protocols),
                        "router",
                        "--json");
        assertThat(texts(routers.at("/0/protocols"))).isEqualTo(protocols);
        assertThat(listing.exitCode()).isEqualTo(protocols.isEmpty() ? 1 : 0);
        assertThat(routers.at("/0/external/kind").asText()).isEqualTo(kind);

        Started naru = open(router);
        JsonNode open = event(naru, "open");
        JsonNode mapped = mappingStep(naru);
        if (outcome.equals("done")) {
            assertThat(mapped.get("outcome").asText()).isEqualTo("done");
        } else {
            assertThat(mapped.get("outcome").asText()).isEqualTo("by-hand");
            assertThat(mapped.get("text").asText()).contains(outcome);
        }
        assertThat(hop(open, "router").get("state").asText()).isEqualTo(stateOf(outcome));
        assertThat(router.visit(8000).contains(PAGE)).isEqualTo(arrives);

        naru.signal("INT");
        assertThat(naru.exitCode()).as(naru.err()).isZero();
        assertThat(router.visit(8000)).isEmpty();
        assertThat(home.resolve("journal")).isEmptyDirectory();
    }

    /** Asks again where a busy machine took longer than servers and routers are waited for. */
    private JsonNode asked(
            RouterLab router, Started first, Predicate<JsonNode> whole, String... again)
            throws Exception {
        Started asking = first;
        for (int i = 0; i < 3; i++) {
            asking.exitCode();
            if (whole.test(JSON.readTree(asking.out()))) {
                break;
            }
            asking = naru(router, again);
        }
        asking.exitCode();
        return JSON.readTree(asking.out());
    }

    private JsonNode address(RouterLab router) throws Exception {
        return asked(
                router,
                naru(router, "address", "--json"),
                told -> !told.at("/external/ipv4").isNull(),
                "address",
                "--json");
    }

    private static String stateOf(String outcome) {
        return switch (outcome) {
            case "done" -> "open";
            case "can't open ports now" -> "problem";
            default -> "by-hand";
        };
    }

    /** A router that names a public address which the Internet does not see: maps, in vain. */
    @Test
    void mapsNothingWhereTheInternetSeesAnotherAddressUnlessThatIsWanted() throws Exception {
        RouterLab router = up("doublenat", Map.of("LAB_EXTRA_CONF", "ext_ip=11.0.0.9"));
        Started careful = open(router);
        JsonNode open = event(careful, "open");
        assertThat(mappingStep(careful).get("text").asText())
                .contains("11.0.0.9", RouterLab.PUBLIC_ADDRESS, "VPN");
        assertThat(hop(open, "internet").get("state").asText()).isEqualTo("problem");
        assertThat(hop(open, "internet").get("help")).isNotEmpty();
        assertThat(redirections(router)).doesNotContain("8000");
        careful.signal("INT");
        assertThat(careful.exitCode()).isZero();

        Started anyway = open(router, "--map-anyway");
        event(anyway, "open");
        assertThat(redirections(router)).contains("8000");
        anyway.signal("INT");
        assertThat(anyway.exitCode()).isZero();
        assertThat(redirections(router)).doesNotContain("8000");
    }

    private static String redirections(RouterLab router) throws Exception {
        return router.output(
                "router", "nft", "list", "chain", "inet", "filter", "prerouting_miniupnpd");
    }

    /**
     * As on Windows, what has an address of the LAN leaves by the LAN, whatever the VPN's route.
     */
    @Test
    void isReachedBesideAVpnWithTheBetterRoute() throws Exception {
        RouterLab router = up("public", Map.of("LAB_MULTIHOMED", "1"));
        router.output("lan", "ip", "rule", "add", "from", "192.168.77.10", "table", "77");
        router.output("lan", "ip", "route", "add", "default", "via", "192.168.77.1", "table", "77");
        JsonNode address = address(router);
        assertThat(address.at("/way/kind").asText()).isEqualTo("open");
        assertThat(address.get("sources"))
                .anySatisfy(source -> {
                    assertThat(source.get("name").asText()).contains("192.168.77.10");
                    assertThat(source.get("address").asText()).isEqualTo(RouterLab.PUBLIC_ADDRESS);
                })
                .anySatisfy(source -> assertThat(source.get("address").isNull()).isTrue());

        Started naru = open(router);
        assertThat(hop(event(naru, "open"), "router").get("text").asText())
                .contains("192.168.77.1", "192.168.77.10");
        assertThat(router.visit(8000)).contains(PAGE);
    }

    @Test
    void takesAnotherPortWhereAnotherDeviceHasIt() throws Exception {
        RouterLab router = up("upnp", Map.of());
        List<String> other = new ArrayList<>(router.in("lan2", Started.naru().toString()));
        other.addAll(List.of("router", "map", "8000"));
        assertThat(start(other).exitCode()).isZero();

        Started naru = open(router);
        JsonNode open = event(naru, "open");
        assertThat(mappingStep(naru).get("text").asText()).contains("8000", "18000");
        assertThat(texts(open.get("links"))).startsWith("http://11.0.0.2:18000/");
        assertThat(router.visit(18000)).contains(PAGE);
        naru.signal("INT");
        assertThat(naru.exitCode()).isZero();
        assertThat(redirections(router)).contains("192.168.77.11").doesNotContain("18000");
    }

    @Test
    void mapsAgainWithinTenSecondsOfARoutersRestart() throws Exception {
        RouterLab router = up("public", Map.of());
        Started naru = open(router);
        event(naru, "open");
        assertThat(router.visit(8000)).contains(PAGE);
        // An epoch that is two seconds behind may be a slow clock (RFC 6887 section 8.5), so the
        // restart of a router that was itself started just now can't be told by it.
        await().until(() -> secondsUp(router) >= 8);
        router.reboot();
        await().atMost(Duration.ofSeconds(10)).until(() -> router.visit(8000).contains(PAGE));
    }

    /** Returns for how long the daemon that was started last has been running. */
    private static int secondsUp(RouterLab router) throws Exception {
        return router.output("router", "ps", "-C", "miniupnpd", "-o", "etimes=")
                .lines()
                .mapToInt(line -> Integer.parseInt(line.strip()))
                .min()
                .orElse(0);
    }

    /** The router grants no lease longer than six seconds, which only who renews it outlasts. */
    @Test
    void aKilledProgramsMappingEndsWithItsLeaseAndIsTakenOverByTheNext() throws Exception {
        RouterLab router = up("pmp", Map.of("LAB_EXTRA_CONF", "max_lifetime=6"));
        Started first = open(router);
        event(first, "open");
        first.signal("KILL");
        assertThat(router.visit(8000)).isEmpty();
        assertThat(redirections(router)).contains("8000");

        Started second = open(router);
        event(second, "open");
        assertThat(router.visit(8000)).contains(PAGE);
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(20))
                .until(() -> router.visit(8000).contains(PAGE));
        second.signal("KILL");
        await().until(() -> !redirections(router).contains("8000"));
    }

    private static String texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return String.join(" ", texts);
    }

    private static JsonNode hop(JsonNode open, String name) {
        for (JsonNode hop : open.get("hops")) {
            if (hop.get("hop").asText().equals(name)) {
                return hop;
            }
        }
        throw new AssertionError("no hop " + name + " in " + open);
    }

    /** Returns what came of having the router map the port. */
    private static JsonNode mappingStep(Started naru) throws IOException {
        for (String line : naru.out().split("\n")) {
            JsonNode event = JSON.readTree(line);
            if (event.path("event").asText().equals("step")
                    && event.at("/change/hop").asText().equals("router")
                    && !event.get("outcome").asText().equals("started")) {
                return event;
            }
        }
        throw new AssertionError("the router was not asked:\n" + naru.out());
    }

    /** Waits for the first event of that name. */
    private static JsonNode event(Started naru, String name) throws IOException {
        String mark = "\"event\":\"" + name + "\"";
        naru.awaitOut(mark);
        for (String line : naru.out().split("\n")) {
            if (line.contains(mark)) {
                return JSON.readTree(line);
            }
        }
        throw new AssertionError("no event " + name);
    }
}
