package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.naru.FreePorts;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What binding tells of a port that can't be had. */
final class BoundTest {

    /** As Windows does with a port of a range that it has reserved (WSAEACCES). */
    @Test
    void tellsAPortThatTheSystemKeepsFromOneThatIsTaken() throws Exception {
        int kept = FreePorts.one();
        Bound.Binder<ServerSocketChannel> binder =
                address -> {
                    if (address.getPort() == kept) {
                        throw new BindException("Permission denied: bind");
                    }
                    return Listening.bind(address);
                };
        assertThat(unavailable(kept, binder).reason())
                .isEqualTo(PortUnavailable.Reason.NOT_ALLOWED);
        try (ServerSocket holder = new ServerSocket(0, 1, Relays.LOOPBACK)) {
            PortUnavailable taken = unavailable(holder.getLocalPort(), binder);
            assertThat(taken.reason()).isEqualTo(PortUnavailable.Reason.TAKEN);
            assertThat(taken.address().getPort()).isEqualTo(holder.getLocalPort());
        }
    }

    @Test
    void closesWhatWasBoundBeforeWhereOneCantBeHad() throws Exception {
        List<ServerSocketChannel> bound = new ArrayList<>();
        int kept = FreePorts.inARow(2) + 1;
        assertThatExceptionOfType(PortUnavailable.class)
                .isThrownBy(() ->
                        Bound.all(
                                Relays.range(kept - 1, 2, Relays.endpoint(kept)),
                                address -> {
                                    if (address.getPort() == kept) {
                                        throw new IOException("no");
                                    }
                                    bound.add(Listening.bind(address));
                                    return bound.getLast();
                                }));
        assertThat(bound).isNotEmpty().noneMatch(ServerSocketChannel::isOpen);
    }

    private static PortUnavailable unavailable(int port, Bound.Binder<ServerSocketChannel> binder) {
        try {
            Bound.all(Relays.spec(port, Relays.endpoint(1)), binder);
        } catch (PortUnavailable e) {
            return e;
        }
        throw new AssertionError("port " + port + " was bound");
    }
}
