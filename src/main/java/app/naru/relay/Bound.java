package app.naru.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.NetworkChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A channel on one of this PC's addresses and ports.
 *
 * @param offset how many ports behind the first of the range
 */
record Bound<C extends NetworkChannel>(C channel, InetSocketAddress address, int offset) {

    /** Opens a channel and binds it. */
    interface Binder<C extends NetworkChannel> {
        C bind(InetSocketAddress address) throws IOException;
    }

    /** Binds every address and port of the specification, or none. */
    static <C extends NetworkChannel> List<Bound<C>> all(RelaySpec spec, Binder<C> binder)
            throws PortUnavailable {
        List<Bound<C>> all = new ArrayList<>();
        try {
            for (InetAddress address : spec.addresses()) {
                if (isCoveredByAnother(address, spec.addresses())) {
                    continue;
                }
                for (int offset = 0; offset < spec.ports().size(); offset++) {
                    int port = spec.ports().first().number() + offset;
                    all.add(one(new InetSocketAddress(address, port), offset, binder));
                }
            }
            return all;
        } catch (PortUnavailable e) {
            for (Bound<C> bound : all) {
                closeAfter(e, bound.channel);
            }
            throw e;
        }
    }

    private static <C extends NetworkChannel> Bound<C> one(
            InetSocketAddress address, int offset, Binder<C> binder) throws PortUnavailable {
        try {
            return new Bound<>(binder.bind(address), address, offset);
        } catch (IOException e) {
            throw new PortUnavailable(address, reason(address.getAddress(), e, binder), e);
        }
    }

    /** A socket on :: takes IPv4 as well (RFC 3493 section 3.7), so 0.0.0.0 would clash with it. */
    private static boolean isCoveredByAnother(InetAddress address, List<InetAddress> all) {
        return address.isAnyLocalAddress()
                && address.getAddress().length == 4
                && all.stream().anyMatch(a -> a.isAnyLocalAddress() && a.getAddress().length == 16);
    }

    /**
     * Java tells the reasons apart in the message alone, which is in the system's language. So it
     * is compared with the message of a port that is known to be taken: one of our own.
     */
    private static <C extends NetworkChannel> PortUnavailable.Reason reason(
            InetAddress address, IOException failure, Binder<C> binder) {
        try (C own = binder.bind(new InetSocketAddress(address, 0))) {
            InetSocketAddress taken = (InetSocketAddress) own.getLocalAddress();
            try (C second = binder.bind(new InetSocketAddress(address, taken.getPort()))) {
                throw new IllegalStateException(second + " was bound beside " + own);
            } catch (IOException e) {
                return String.valueOf(e.getMessage()).equals(failure.getMessage())
                        ? PortUnavailable.Reason.TAKEN
                        : PortUnavailable.Reason.NOT_ALLOWED;
            }
        } catch (IOException notEvenAnyPort) {
            return PortUnavailable.Reason.NO_SUCH_ADDRESS;
        }
    }

    private static void closeAfter(PortUnavailable failure, NetworkChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
