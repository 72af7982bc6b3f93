package app.naru.wsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.server.Listener;
import app.naru.server.LocalServer;
import app.naru.server.Program;
import app.naru.server.ServerKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WslServersTest {

    private static final Listener HERE = listener(3000, "node.exe", "node vite");
    private static final Listener RELAYED = listener(8000, "wslrelay.exe", "");
    private static final Listener DJANGO = listener(8000, "python3", "python3 manage.py runserver");

    @Test
    void aServerInWslIsNotItsRelay() {
        List<LocalServer> servers =
                WslServers.with(List.of(HERE, RELAYED), List.of(in("Ubuntu", DJANGO)));
        assertThat(servers)
                .extracting(LocalServer::port, LocalServer::kind, LocalServer::distro)
                .containsExactlyInAnyOrder(
                        tuple(new Port(3000), ServerKind.VITE, Optional.empty()),
                        tuple(new Port(8000), ServerKind.DJANGO, Optional.of("Ubuntu")));
    }

    @Test
    void aRelayAloneTellsOfAServerInSomeDistribution() {
        assertThat(WslServers.with(List.of(RELAYED), List.of()))
                .singleElement()
                .satisfies(server -> {
                    assertThat(server.distro()).contains("");
                    assertThat(server.program()).isEmpty();
                    assertThat(server.kind()).isEqualTo(ServerKind.UNKNOWN);
                });
    }

    @Test
    void theSameServerOnBothAddressFamiliesIsOne() {
        Listener v6 =
                new Listener(Protocol.TCP, Address.parse("::"), new Port(8000), DJANGO.program());
        assertThat(WslServers.with(List.of(), List.of(in("Ubuntu", DJANGO), in("Ubuntu", v6))))
                .singleElement()
                .satisfies(server -> assertThat(server.addresses()).hasSize(2));
    }

    @Test
    void samePortsInTwoDistributionsStayApart() {
        Listener udp =
                new Listener(
                        Protocol.UDP, Address.parse("0.0.0.0"), new Port(8000), Optional.empty());
        assertThat(WslServers.with(List.of(), List.of(in("Ubuntu", DJANGO), in("Debian", udp))))
                .extracting(LocalServer::distro)
                .containsExactlyInAnyOrder(Optional.of("Ubuntu"), Optional.of("Debian"));
    }

    private static WslListener in(String distro, Listener listener) {
        return new WslListener(Optional.of(distro), listener);
    }

    private static Listener listener(int port, String program, String commandLine) {
        return new Listener(
                Protocol.TCP,
                Address.parse("127.0.0.1"),
                new Port(port),
                Optional.of(new Program(port, program, Optional.empty(), commandLine)));
    }
}
