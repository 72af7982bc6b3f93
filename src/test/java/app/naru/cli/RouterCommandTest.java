package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.router.FakeMappingServer;
import app.naru.router.Found;
import app.naru.router.RouterProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code naru router} with a router on loopback. */
final class RouterCommandTest {

    @TempDir Path folder;

    private FakeMappingServer server;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        server = new FakeMappingServer();
        terminal = terminal();
    }

    private Terminal terminal() {
        Terminal next = new Terminal(folder);
        next.find(new Found(List.of(server.at(RouterProtocol.PCP).open())));
        return next;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsTheRouterAndItsAddress() {
        assertThat(terminal.run("router")).isZero();
        assertThat(terminal.out()).contains("127.0.0.1", "PCP", "203.0.113.9", "that takes UPnP");
    }

    @Test
    void showsThemAsJson() {
        assertThat(terminal.run("router", "--json")).isZero();
        assertThat(terminal.out())
                .contains("\"protocols\":[\"PCP\"]", "\"kind\":\"public\"", "\"mappings\":null");
    }

    @Test
    void tellsWhatNaruHasHadMappedWhereTheRouterDoesNotTell() {
        terminal.run("router", "map", "8000", "--external", "9000");

        Terminal later = terminal();
        assertThat(later.run("router", "--json")).isZero();
        assertThat(later.out())
                .contains("\"externalPort\":9000", "\"internalPort\":8000", "\"ours\":true");
    }

    @Test
    void saysThatThereIsNone() {
        terminal.find(new Found(List.of()));
        assertThat(terminal.run("router")).isEqualTo(1);
        assertThat(terminal.err()).contains("No router answered");
        assertThat(terminal.run("router", "map", "8000")).isEqualTo(1);
    }

    @Test
    void mapsAndALaterProcessTakesItBack() {
        assertThat(terminal.run("router", "map", "8000", "--external", "9000", "--for", "2h"))
                .isZero();
        assertThat(terminal.out()).contains("sends TCP port 9000 to 127.0.0.1 port 8000");
        assertThat(server.mapped).containsEntry("6/8000", 9000);

        Terminal later = terminal();
        assertThat(later.run("router", "unmap", "8000")).isZero();
        assertThat(server.mapped).isEmpty();
        assertThat(later.run("router", "unmap", "8000")).isEqualTo(1);
        assertThat(later.err()).contains("no TCP port to port 8000");
    }

    @Test
    void saysThatAnotherPortWasGiven() {
        server.shift = 5;
        assertThat(terminal.run("router", "map", "8000", "--udp")).isZero();
        assertThat(terminal.out()).contains("UDP port 8005", "Port 8000 is taken there");
    }

    @Test
    void saysWhyTheRouterRefused() {
        server.address = "100.64.0.2";
        assertThat(terminal.run("router", "map", "8000")).isEqualTo(1);
        assertThat(terminal.err()).contains("carrier-grade NAT", "100.64.0.2");
        assertThat(server.mapped).isEmpty();
    }

    @Test
    void mapsNothingWhereTheInternetSeesAnotherAddressUnlessThatIsWanted() {
        Found found = server.found();
        terminal.find(found.judgedBy(routers -> Optional.of(Address.parse("198.51.100.7"))));
        assertThat(terminal.run("router", "map", "8000")).isEqualTo(1);
        assertThat(terminal.err()).contains("203.0.113.9", "198.51.100.7", "VPN");
        assertThat(server.maps).isZero();

        assertThat(terminal.run("router", "map", "8000", "--anyway")).isZero();
        assertThat(server.mapped).containsEntry("6/8000", 8000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "2d"})
    void mapsNothingForGood(String time) {
        assertThat(terminal.run("router", "map", "8000", "--for", time)).isEqualTo(2);
        assertThat(terminal.err()).contains("from 1s to 1d");
        assertThat(terminal.timesOpened()).isZero();
    }
}
