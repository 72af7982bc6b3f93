package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Naru's own looks pass as visitors do, and are none. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LookingSocketTest extends HttpFixture {

    private Socket look(Relay relay) throws Exception {
        Socket socket = toClose(new LookingSocket());
        socket.connect(Relays.address(relay), 10_000);
        return socket;
    }

    private static void assertNobodyWasThere(Relay relay) {
        assertThat(relay.snapshot())
                .isEqualTo(
                        new RelaySnapshot(0, 0, 0, 0, ForeignHosts.NONE, 0, 0, Optional.empty()));
        assertThat(relay.visits()).isEmpty();
        assertThat(relay.recent()).isEmpty();
    }

    @Test
    void aLookIsCarriedAndNotCounted() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket look = look(relay);
        Socket target = accept();
        roundTrip(look, target);
        assertNobodyWasThere(relay);
        look.close();
        assertThat(target.getInputStream().read()).isEqualTo(-1);
        target.close();

        Socket visitor = connect(relay);
        roundTrip(visitor, accept());
        assertThat(relay.snapshot().accepted()).isEqualTo(1);
        assertThat(relay.visits())
                .extracting(Visit::client)
                .containsExactly((InetSocketAddress) visitor.getLocalSocketAddress());
    }

    @Test
    void whatALookMeetsIsNotCountedEither() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        server.close();
        assertEnded(look(relay));
        assertNobodyWasThere(relay);

        assertEnded(connect(relay));
        await().until(() -> relay.snapshot().failed() == 1);
    }

    @Test
    void aLookForAForeignHostIsAnsweredAndNotCounted() throws Exception {
        Relay relay = http();
        Socket look = look(relay);
        look.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: other.example\r\n\r\n".getBytes(US_ASCII));
        assertThat(all(look)).startsWith("HTTP/1.1 421 ");
        assertNobodyWasThere(relay);
    }

    @Test
    void aRelayThatClosesEndsLooksToo() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket look = look(relay);
        roundTrip(look, accept());
        relay.close();
        assertEnded(look);
    }

    @Test
    void anotherDevicesConnectionFromTheSamePortIsNone() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket look = look(relay);
        InetSocketAddress here = Relays.address(relay);
        int port = look.getLocalPort();

        assertThat(LookingSocket.isAt(new InetSocketAddress(here.getAddress(), port), here))
                .isTrue();
        assertThat(
                        LookingSocket.isAt(
                                new InetSocketAddress(InetAddress.getByName("192.0.2.7"), port),
                                here))
                .isFalse();
        assertThat(LookingSocket.isAt(here, here)).as("a port nobody looked from").isFalse();
    }
}
