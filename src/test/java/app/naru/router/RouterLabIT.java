package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client finds, does and says with every kind of router; the router is a real one. */
@Timeout(120)
final class RouterLabIT {

    private static final List<String> EVERY_PROTOCOL = List.of("PCP", "NAT_PMP", "UPNP_IGD");

    @ParameterizedTest
    @CsvSource({
        "public, PCP NAT_PMP UPNP_IGD, 2",
        "igd1, UPNP_IGD, 1",
        "upnp, UPNP_IGD, 2",
        "pmp, PCP NAT_PMP, 0"
    })
    void mapsSoThatAVisitorArrivesAndTakesItBack(String variant, String protocols, int version)
            throws Exception {
        try (RouterLab lab = RouterLab.up(variant, Map.of())) {
            RouterLab.Client client = lab.client("lan");
            client.ask("serve 8000");
            List<String> each = List.of(protocols.split(" "));
            String found = client.finds("ALL", at(each));
            if (version == 0) {
                assertThat(found).doesNotContain("UPNP");
            } else {
                assertThat(found).contains("WANIPConnection:" + version);
            }
            for (String protocol : each) {
                assertThat(lab.visit(8000)).isEmpty();
                assertThat(client.ask("address " + protocol)).contains(RouterLab.PUBLIC_ADDRESS);
                assertThat(client.ask("map " + protocol + " tcp 8000 8000"))
                        .contains("externalPort=8000", "leaseSeconds=3600");
                assertThat(lab.visit(8000)).as(protocol).isEqualTo("hello");
                assertThat(client.ask("unmap tcp 8000")).contains("externalPort=8000");
                assertThat(lab.visit(8000)).as(protocol).isEmpty();
                assertThat(client.ask("map " + protocol + " udp 9000 9000"))
                        .contains("protocol=UDP");
                assertThat(client.ask("unmap udp 9000")).contains("protocol=UDP");
            }
        }
    }

    private static String[] at(List<String> protocols) {
        return protocols.stream()
                .map(protocol -> protocol + " 192.168.77.1 192.168.77.10")
                .toArray(String[]::new);
    }

    @Test
    void knowsARouterThatAnswersWithin150Milliseconds() throws Exception {
        try (RouterLab lab = RouterLab.up("public", Map.of())) {
            RouterLab.Client client = lab.client("lan");
            // Inside a running program: the classes are loaded.
            client.ask("find FIRST");
            await().until(() -> milliseconds(client.ask("find FIRST")) < 150);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "deny, FORBIDDEN PCP 2, FORBIDDEN NAT-PMP 2, FORBIDDEN UPnP 606",
        "cgnat, NOT_CONNECTED NAT-PMP 3, NOT_CONNECTED NAT-PMP 3, NO_PUBLIC_ADDRESS UPnP",
        "doublenat, NOT_CONNECTED NAT-PMP 3, NOT_CONNECTED NAT-PMP 3, NO_PUBLIC_ADDRESS UPnP"
    })
    void saysWhyThereIsNoWayIn(String variant, String pcp, String natPmp, String upnp)
            throws Exception {
        try (RouterLab lab = RouterLab.up(variant, Map.of())) {
            RouterLab.Client client = lab.client("lan");
            client.finds("ALL", at(EVERY_PROTOCOL));
            List<String> refusals = List.of(pcp, natPmp, upnp);
            for (int i = 0; i < refusals.size(); i++) {
                assertThat(client.ask("map " + EVERY_PROTOCOL.get(i) + " tcp 8000 8000").strip())
                        .isEqualTo("refused " + refusals.get(i));
            }
            assertThat(client.ask("best x tcp 8000 8000")).startsWith("refused ");
        }
    }

    @Test
    void aMappingOfARouterThatClaimsAWrongAddressProvesNothing() throws Exception {
        try (RouterLab lab = RouterLab.up("extip", Map.of())) {
            RouterLab.Client client = lab.client("lan");
            client.ask("serve 8000");
            client.finds("ALL", at(EVERY_PROTOCOL));
            for (String protocol : EVERY_PROTOCOL) {
                assertThat(client.ask("map " + protocol + " tcp 8000 8000"))
                        .contains("externalPort=8000");
                assertThat(lab.visit(8000)).as(protocol).isEmpty();
                client.ask("unmap tcp 8000");
            }
        }
    }

    @Test
    void findsNothingWhereThereIsNothingWithinTwoAndAHalfSeconds() throws Exception {
        try (RouterLab lab = RouterLab.up("nodaemon", Map.of())) {
            RouterLab.Client client = lab.client("lan");
            client.ask("find FIRST");
            String found = client.ask("find FIRST");
            assertThat(found).doesNotContain("192.168.77.1");
            assertThat(milliseconds(found)).isLessThanOrEqualTo(2500);
        }
    }

    @ParameterizedTest
    @CsvSource({"upnp", "pmp"})
    void findsTheRouterBesideAVpnWithTheBetterRoute(String variant) throws Exception {
        try (RouterLab lab = RouterLab.up(variant, Map.of("LAB_MULTIHOMED", "1"))) {
            RouterLab.Client client = lab.client("lan");
            client.finds("FIRST", "192.168.77.1 192.168.77.10");
            assertThat(client.ask("best x tcp 8000 8000"))
                    .contains("address=192.168.77.1,", "own=192.168.77.10", "externalPort=8000");
        }
    }

    @Test
    void leavesTheOthersMappingAloneAndTakesAnotherPort() throws Exception {
        try (RouterLab lab = RouterLab.up("upnp", Map.of())) {
            RouterLab.Client other = lab.client("lan2");
            other.ask("serve 8000");
            other.finds("FIRST", "UPNP_IGD 192.168.77.1");
            assertThat(other.ask("map UPNP_IGD tcp 8000 8000")).contains("externalPort=8000");
            RouterLab.Client client = lab.client("lan");
            client.finds("FIRST", "UPNP_IGD 192.168.77.1");
            assertThat(client.ask("map UPNP_IGD tcp 8000 8000")).contains("externalPort=18000");
            assertThat(client.ask("list")).contains("192.168.77.10", "192.168.77.11", "Naru lab");
            assertThat(client.ask("unmap tcp 8000")).contains("externalPort=18000");
            assertThat(lab.visit(8000)).isEqualTo("hello");
        }
    }

    /** Of those that nobody keeps each ends with its lease; the one that is kept stays. */
    @Test
    void aLeaseEndsUnlessItIsKept() throws Exception {
        try (RouterLab lab = RouterLab.up("public", Map.of())) {
            RouterLab.Client client = lab.client("lan");
            List<Integer> left = List.of(8000, 8001, 8002);
            for (int port : left) {
                client.ask("serve " + port);
            }
            client.ask("serve 8003");
            client.finds("ALL", at(EVERY_PROTOCOL));
            client.ask("keep PCP tcp 8003 8003 6");
            client.ask("map PCP tcp 8000 8000 5");
            client.ask("map NAT_PMP tcp 8001 8001 5");
            client.ask("map UPNP_IGD tcp 8002 8002 5");
            for (int port : left) {
                assertThat(lab.visit(port)).isEqualTo("hello");
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> allClosed(lab, left));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> client.ask("kept").contains("Renewed Renewed"));
            assertThat(lab.visit(8003)).isEqualTo("hello");
            assertThat(client.ask("kept")).doesNotContain("Lost");
            client.ask("close");
        }
    }

    private static boolean allClosed(RouterLab lab, List<Integer> ports) throws Exception {
        for (int port : ports) {
            if (!lab.visit(port).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Each protocol in a client of its own: what one of them finds out does not help the others.
     */
    @Test
    void mapsAgainAfterTheRouterHasRestarted() throws Exception {
        try (RouterLab lab = RouterLab.up("public", Map.of())) {
            for (int i = 0; i < EVERY_PROTOCOL.size(); i++) {
                String protocol = EVERY_PROTOCOL.get(i);
                int port = 8000 + i;
                RouterLab.Client client = lab.client("lan");
                client.ask("serve " + port);
                client.finds("ALL", protocol + " 192.168.77.1");
                client.ask("keep " + protocol + " tcp " + port + " " + port);
                assertThat(lab.visit(port)).as(protocol).isEqualTo("hello");
            }
            lab.reboot();
            for (int i = 0; i < EVERY_PROTOCOL.size(); i++) {
                int port = 8000 + i;
                await(EVERY_PROTOCOL.get(i))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> lab.visit(port).equals("hello"));
            }
            for (RouterLab.Client client : lab.clients()) {
                assertThat(client.ask("kept")).contains("MappedAgain").doesNotContain("LeftOpen");
                client.ask("close");
            }
            assertThat(allClosed(lab, List.of(8000, 8001, 8002))).isTrue();
        }
    }

    @Test
    void aLaterProcessTakesBackWhatACrashHasLeft(@TempDir Path folder) throws Exception {
        try (RouterLab lab = RouterLab.up("public", Map.of())) {
            RouterLab.Client first = lab.client("lan");
            first.finds("ALL", at(EVERY_PROTOCOL));
            for (int i = 0; i < EVERY_PROTOCOL.size(); i++) {
                first.ask("map " + EVERY_PROTOCOL.get(i) + " tcp " + (8000 + i) + " " + (8000 + i));
                assertThat(first.ask("save " + folder.resolve(EVERY_PROTOCOL.get(i))))
                        .contains("saved");
            }
            first.crash();
            RouterLab.Client second = lab.client("lan");
            for (int i = 0; i < EVERY_PROTOCOL.size(); i++) {
                int port = 8000 + i;
                second.ask("serve " + port);
                assertThat(lab.visit(port)).isEqualTo("hello");
                assertThat(second.ask("delete " + folder.resolve(EVERY_PROTOCOL.get(i))))
                        .contains("externalPort=" + port);
                assertThat(lab.visit(port)).isEmpty();
            }
        }
    }

    private static long milliseconds(String found) {
        Matcher matcher = Pattern.compile("ms (\\d+)").matcher(found);
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
