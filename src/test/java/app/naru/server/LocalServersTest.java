package app.naru.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalServersTest {

    private static final Program DJANGO =
            new Program(10, "python3.11", Optional.empty(), "python3 manage.py runserver");
    private static final Program BROWSER =
            new Program(20, "firefox", Optional.empty(), "/usr/lib/firefox/firefox");
    private static final Program SSHD =
            new Program(30, "sshd", Optional.empty(), "sshd: [listener]");

    @Test
    void mergesTheSocketsOfOneProgramAtOnePort() {
        List<LocalServer> servers =
                LocalServers.of(
                        List.of(
                                tcp("::", 8000, DJANGO),
                                tcp("0.0.0.0", 8000, DJANGO),
                                tcp("0.0.0.0", 8000, DJANGO)));
        assertThat(servers).hasSize(1);
        LocalServer server = servers.getFirst();
        assertThat(server.addresses())
                .containsExactly(Address.parse("0.0.0.0"), Address.parse("::"));
        assertThat(server.kind()).isEqualTo(ServerKind.DJANGO);
        assertThat(server.program()).contains(DJANGO);
    }

    @Test
    void keepsProtocolsProgramsAndPortsApart() {
        assertThat(
                        LocalServers.of(
                                List.of(
                                        tcp("0.0.0.0", 8000, DJANGO),
                                        udp("0.0.0.0", 8000, DJANGO),
                                        tcp("127.0.0.2", 8000, SSHD),
                                        tcp("0.0.0.0", 8001, DJANGO))))
                .hasSize(4);
    }

    @Test
    void isOnLoopbackOnlyWhereEveryAddressIs() {
        assertThat(one(tcp("127.0.0.1", 8000, DJANGO), tcp("::1", 8000, DJANGO)).loopbackOnly())
                .isTrue();
        assertThat(
                        one(tcp("127.0.0.1", 8000, DJANGO), tcp("10.0.0.2", 8000, DJANGO))
                                .loopbackOnly())
                .isFalse();
        assertThat(one(tcp("::", 8000, DJANGO)).loopbackOnly()).isFalse();
    }

    @Test
    void showsTheDevelopersServerFirstAndTheSystemLast() {
        Program unknown = new Program(40, "thing", Optional.empty(), "thing");
        Program game = new Program(50, "java", Optional.empty(), "java -jar server.jar nogui");
        assertThat(
                        LocalServers.of(
                                List.of(
                                        tcp("0.0.0.0", 22, SSHD),
                                        tcp("0.0.0.0", 9999, unknown),
                                        udp("0.0.0.0", 40_000, BROWSER),
                                        tcp("0.0.0.0", 25_565, game),
                                        tcp("127.0.0.1", 8000, DJANGO),
                                        new Listener(
                                                Protocol.UDP,
                                                Address.parse("0.0.0.0"),
                                                new Port(5353),
                                                Optional.empty()))))
                .extracting(each -> each.port().number(), LocalServer::rank)
                .containsExactly(
                        tuple(8000, ServerKind.Rank.LIKELY),
                        tuple(25_565, ServerKind.Rank.LIKELY),
                        tuple(9999, ServerKind.Rank.POSSIBLE),
                        tuple(22, ServerKind.Rank.UNLIKELY),
                        tuple(5353, ServerKind.Rank.UNLIKELY),
                        tuple(40_000, ServerKind.Rank.UNLIKELY));
    }

    @Test
    void aBrowsersUdpSocketsDoNotClutterTheList() {
        assertThat(one(udp("0.0.0.0", 33_000, BROWSER)).rank()).isEqualTo(ServerKind.Rank.UNLIKELY);
        assertThat(one(udp("0.0.0.0", 27_015, BROWSER)).rank()).isEqualTo(ServerKind.Rank.POSSIBLE);
    }

    @Test
    void aPortThatTheSystemChoseIsNobodysUnlessItsKindIsKnown() {
        LocalServer server = one(tcp("127.0.0.1", 51_000, BROWSER));
        assertThat(server.rank()).isEqualTo(ServerKind.Rank.UNLIKELY);
        assertThat(server.as(ServerKind.VITE).rank()).isEqualTo(ServerKind.Rank.LIKELY);
    }

    @Test
    void mergesWhatCanNotBeSeenByPortAlone() {
        InetAddress any = Address.parse("0.0.0.0");
        Listener first = new Listener(Protocol.TCP, any, new Port(80), Optional.empty());
        Listener second =
                new Listener(Protocol.TCP, Address.parse("::"), new Port(80), Optional.empty());
        assertThat(LocalServers.of(List.of(first, second))).hasSize(1);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static LocalServer one(Listener... listeners) {
        List<LocalServer> servers = LocalServers.of(List.of(listeners));
        assertThat(servers).hasSize(1);
        return servers.getFirst();
    }

    private static Listener tcp(String address, int port, Program program) {
        return new Listener(
                Protocol.TCP, Address.parse(address), new Port(port), Optional.of(program));
    }

    private static Listener udp(String address, int port, Program program) {
        return new Listener(
                Protocol.UDP, Address.parse(address), new Port(port), Optional.of(program));
    }
}
