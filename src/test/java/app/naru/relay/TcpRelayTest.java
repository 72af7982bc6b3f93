package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Cidr;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Naru's relay does beyond what every relay does. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TcpRelayTest extends TcpFixture {

    @Test
    void takesTheSecondTargetWhereTheFirstRefusesAndRemembersIt() throws Exception {
        int nobody = FreePorts.one();
        Relay relay = open(Relays.endpoint(nobody), Relays.endpoint(server));
        roundTrip(connect(relay), accept());
        ServerSocket late = toClose(new ServerSocket(nobody, 5, Relays.LOOPBACK));
        roundTrip(connect(relay), accept());
        server.close();
        roundTrip(connect(relay), toClose(late.accept()));
        assertThat(relay.snapshot().failed()).isZero();
    }

    @Test
    void takesTheSecondTargetWhereTheFirstIsSilent() throws Exception {
        RelayOptions hasty = RelayOptions.DEFAULT.withConnectLimit(Duration.ofSeconds(1));
        Relay relay =
                toClose(
                        Relay.open(
                                Relays.spec(
                                        FreePorts.one(),
                                        Relays.endpoint(silentPort()),
                                        Relays.endpoint(server)),
                                hasty));
        roundTrip(connect(relay), accept());
    }

    @Test
    void countsWhyATargetWasNotReached() throws Exception {
        RelayOptions hasty = RelayOptions.DEFAULT.withConnectLimit(Duration.ofSeconds(1));
        int silent = silentPort();
        Relay relay =
                toClose(Relay.open(Relays.spec(FreePorts.one(), Relays.endpoint(silent)), hasty));
        assertThat(connect(relay).getInputStream().read()).isEqualTo(-1);
        relay.targets(List.of(Relays.endpoint(FreePorts.one())));
        assertThat(connect(relay).getInputStream().read()).isEqualTo(-1);
        relay.targets(List.of(new Endpoint("no.such.host.invalid", new Port(80))));
        assertThat(connect(relay).getInputStream().read()).isEqualTo(-1);
        // No TCP connection leads to the broadcast address: the system says so, and sends nothing.
        relay.targets(List.of(Endpoint.parse("255.255.255.255:80")));
        assertThat(connect(relay).getInputStream().read()).isEqualTo(-1);
        assertThat(relay.failures())
                .containsEntry(Failure.TIMED_OUT, 1L)
                .containsEntry(Failure.REFUSED, 1L)
                .containsEntry(Failure.UNKNOWN_NAME, 1L)
                .containsEntry(Failure.UNREACHABLE, 1L);
        assertThat(relay.snapshot().failed()).isEqualTo(4);
    }

    @Test
    void doesNotConnectToItself() throws Exception {
        int port = FreePorts.one();
        Relay relay = toClose(Relay.open(Relays.spec(port, Relays.endpoint(port))));
        assertThat(connect(relay).getInputStream().read()).isEqualTo(-1);
        assertThat(relay.failures()).containsEntry(Failure.ITSELF, 1L);
        assertThat(relay.snapshot().accepted()).isEqualTo(1);
    }

    @Test
    void looksUpATargetsName() throws Exception {
        Relay relay = open(new Endpoint("localhost", new Port(server.getLocalPort())));
        roundTrip(connect(relay), accept());
    }

    @Test
    void leadsNewConnectionsToTheNewTargetAndLeavesTheOld() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket oldClient = connect(relay);
        Socket oldTarget = accept();
        roundTrip(oldClient, oldTarget);
        ServerSocket other = newServer();
        relay.targets(List.of(Relays.endpoint(other)));
        roundTrip(connect(relay), toClose(other.accept()));
        roundTrip(oldClient, oldTarget);
    }

    @Test
    void reachesAnIpv4TargetFromAnIpv6ClientAndBack() throws Exception {
        InetAddress ipv6 = Address.parse("::1");
        assumeTrue(canBind(ipv6), "this PC has IPv6");
        Relay fromIpv6 = open(ipv6, Relays.endpoint(server));
        roundTrip(connect(fromIpv6), accept());
        ServerSocket ipv6Server = toClose(new ServerSocket(0, 50, ipv6));
        Relay toIpv6 =
                open(Relays.LOOPBACK, new Endpoint("::1", new Port(ipv6Server.getLocalPort())));
        roundTrip(connect(toIpv6), toClose(ipv6Server.accept()));
    }

    @Test
    void passesOnTheAnswerOfAServerThatCutsTheUploadShort() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket client = connect(relay);
        Socket target = accept();
        roundTrip(client, target);
        say(client, "a long upload that nobody reads");
        await().until(() -> target.getInputStream().available() > 0);
        say(target, "413");
        target.close();
        assertThat(client.getInputStream().readNBytes(3)).asString().isEqualTo("413");
    }

    @Test
    void turnsAwayWhoIsNotOnTheList() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        relay.access(new Access(List.of(Cidr.parse("192.0.2.0/24")), List.of()));
        assertTurnedAway(relay);
        relay.access(new Access(List.of(Cidr.parse("127.0.0.0/8")), List.of()));
        roundTrip(connect(relay), accept());
        relay.access(new Access(List.of(), List.of(Cidr.parse("127.0.0.1"))));
        assertTurnedAway(relay);
        assertThat(relay.snapshot().refused()).isEqualTo(2);
        assertThat(relay.snapshot().accepted()).isEqualTo(1);
    }

    @Test
    void knowsAnIpv4ClientOnADualStackSocket() throws Exception {
        assumeTrue(canBind(Address.parse("::")), "this PC has IPv6");
        Relay relay = open(Address.parse("::"), Relays.endpoint(server));
        relay.access(new Access(List.of(Cidr.parse("127.0.0.1")), List.of()));
        int port = Relays.address(relay).getPort();
        roundTrip(toClose(new Socket(Relays.LOOPBACK, port)), accept());
        try (Socket ipv6 = new Socket(Address.parse("::1"), port)) {
            assertEnded(ipv6);
        }
    }

    @Test
    void endsTheConnectionsOfThoseWhoMayNoLongerCome() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket client = connect(relay);
        roundTrip(client, accept());
        relay.access(new Access(List.of(), List.of(Cidr.parse("127.0.0.0/8"))));
        assertEnded(client);
        assertThat(relay.snapshot().open()).isZero();
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        assertThatExceptionOfType(PortUnavailable.class)
                .isThrownBy(() ->
                        Relay.open(Relays.spec(server.getLocalPort(), Relays.endpoint(server))))
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(PortUnavailable.Reason.TAKEN);
                    assertThat(e.address().getPort()).isEqualTo(server.getLocalPort());
                });
    }

    @Test
    void saysThatAnAddressIsNotThisPcs() throws Exception {
        assertThatExceptionOfType(PortUnavailable.class)
                .isThrownBy(() -> open(Address.parse("192.0.2.1"), Relays.endpoint(server)))
                .satisfies(e ->
                        assertThat(e.reason()).isEqualTo(PortUnavailable.Reason.NO_SUCH_ADDRESS));
    }

    @Test
    void leavesNoPortOfARangeListeningWhereOneIsTaken() throws Exception {
        int first = FreePorts.inARow(10);
        try (ServerSocket holder = new ServerSocket(first + 7, 1, Relays.LOOPBACK)) {
            assertThatExceptionOfType(PortUnavailable.class)
                    .isThrownBy(() -> Relay.open(Relays.range(first, 10, Relays.endpoint(40_000))))
                    .satisfies(e ->
                            assertThat(e.address().getPort()).isEqualTo(holder.getLocalPort()));
        }
        for (int port = first; port < first + 10; port++) {
            new ServerSocket(port, 1, Relays.LOOPBACK).close();
        }
    }

    @Test
    void leadsEachPortOfARangeToItsOwnTarget() throws Exception {
        int first = FreePorts.inARow(100);
        List<ServerSocket> servers = new ArrayList<>();
        int firstTarget = FreePorts.inARow(100);
        for (int i = 0; i < 100; i++) {
            servers.add(toClose(new ServerSocket(firstTarget + i, 5, Relays.LOOPBACK)));
        }
        Relay relay = toClose(Relay.open(Relays.range(first, 100, Relays.endpoint(firstTarget))));
        assertThat(relay.listening()).hasSize(100);
        for (int i = 0; i < 100; i++) {
            Socket client = toClose(new Socket(Relays.LOOPBACK, first + i));
            roundTrip(client, toClose(servers.get(i).accept()));
        }
    }

    @Test
    void canBeOpenedAndClosedOverAndOver() throws Exception {
        int port = FreePorts.one();
        int times = Integer.getInteger("relay.test.reopen", 100);
        for (int i = 0; i < times; i++) {
            try (Relay relay = Relay.open(Relays.spec(port, Relays.endpoint(server)));
                    Socket client = new Socket(Relays.LOOPBACK, port);
                    Socket target = server.accept()) {
                roundTrip(client, target);
                assertThat(relay.snapshot().open()).isEqualTo(1);
            }
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new Socket(Relays.LOOPBACK, port).close());
        }
    }

    @Test
    void letsConnectionsEndWhenItCloses() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket client = connect(relay);
        Socket target = accept();
        roundTrip(client, target);
        Future<?> closing = threads.submit(() -> relay.close(Duration.ofMinutes(2)));
        await().until(() -> !accepts(Relays.address(relay)));
        roundTrip(client, target);
        assertThat(closing).isNotDone();
        client.close();
        target.close();
        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void resetsWhatHasNotEndedInTime() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket client = connect(relay);
        Socket target = accept();
        roundTrip(client, target);
        relay.close(Duration.ofMillis(50));
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> client.getInputStream().read());
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> target.getInputStream().read());
        assertThat(relay.snapshot().open()).isZero();
        relay.close();
    }

    @Test
    void countsConnectionsAndBytes() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket client = connect(relay);
        Socket target = accept();
        say(client, "12345");
        assertThat(target.getInputStream().readNBytes(5)).hasSize(5);
        say(target, "123");
        assertThat(client.getInputStream().readNBytes(3)).hasSize(3);
        await().untilAsserted(() ->
                assertThat(relay.snapshot())
                        .isEqualTo(
                                new RelaySnapshot(
                                        1, 1, 0, 0, ForeignHosts.NONE, 5, 3, Optional.empty())));
        client.close();
        target.close();
        await().untilAsserted(() ->
                assertThat(relay.snapshot())
                        .isEqualTo(
                                new RelaySnapshot(
                                        0, 1, 0, 0, ForeignHosts.NONE, 5, 3, Optional.empty())));
    }

    private Relay open(InetAddress address, Endpoint... targets) throws IOException {
        return toClose(
                Relay.open(
                        new RelaySpec(
                                Protocol.TCP,
                                List.of(address),
                                PortRange.of(FreePorts.one()),
                                List.of(targets),
                                Access.EVERYONE)));
    }

    /** Returns a port that answers nothing at all: its queue of connections is full. */
    private int silentPort() throws IOException {
        ServerSocket full = toClose(new ServerSocket(0, 1, Relays.LOOPBACK));
        InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
        for (int i = 0; i < 4; i++) {
            SocketChannel waiting = toClose(SocketChannel.open());
            waiting.configureBlocking(false);
            waiting.connect(address);
        }
        return address.getPort();
    }

    private static boolean canBind(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket probe = new Socket(address.getAddress(), address.getPort())) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private void assertTurnedAway(Relay relay) throws IOException {
        assertEnded(connect(relay));
    }
}
