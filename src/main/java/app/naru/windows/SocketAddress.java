package app.naru.windows;

import com.sun.jna.Pointer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a SOCKADDR_IN or SOCKADDR_IN6 (ws2def.h, ws2ipdef.h). */
final class SocketAddress {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 23;

    private SocketAddress() {}

    /** Returns the address; empty for another family, or none. */
    static Optional<InetAddress> at(@Nullable Pointer pointer) {
        if (pointer == null) {
            return Optional.empty();
        }
        // family and port take four bytes; IPv6 has the flow information between
        return switch (Short.toUnsignedInt(pointer.getShort(0))) {
            case AF_INET -> Optional.of(address(pointer.getByteArray(4, 4)));
            case AF_INET6 -> Optional.of(address(pointer.getByteArray(8, 16)));
            default -> Optional.empty();
        };
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }
}
