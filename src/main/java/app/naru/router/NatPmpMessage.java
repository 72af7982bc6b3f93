package app.naru.router;

import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** NAT-PMP's messages (RFC 6886 sections 3.2 to 3.5). */
final class NatPmpMessage {

    static final int UNSUPPORTED_VERSION = 1;

    private static final int ADDRESS = 0;
    private static final int RESPONSE = 0x80;
    private static final int ADDRESS_LENGTH = 12;
    private static final int MAP_LENGTH = 16;
    private static final int ERROR_LENGTH = 8;

    private NatPmpMessage() {}

    /** An answer to the question for the external address. */
    record AddressReply(int result, long epoch, ExternalAddress address) {}

    /** An answer to a mapping request. */
    record MapReply(
            int result, long epoch, int internalPort, int externalPort, long lifetimeSeconds) {}

    /** Returns the question for the external address. */
    static byte[] askAddress() {
        return new byte[] {0, ADDRESS};
    }

    /**
     * Returns the request for a mapping.
     *
     * @param lifetimeSeconds 0 deletes it, with the external port 0
     */
    static byte[] map(Protocol protocol, int internalPort, int externalPort, int lifetimeSeconds) {
        return ByteBuffer.allocate(12)
                .put((byte) 0)
                .put((byte) opcode(protocol))
                .putShort((short) 0)
                .putShort((short) internalPort)
                .putShort((short) externalPort)
                .putInt(lifetimeSeconds)
                .array();
    }

    private static int opcode(Protocol protocol) {
        return switch (protocol) {
            case UDP -> 1;
            case TCP -> 2;
        };
    }

    /** Returns the answer; empty where the datagram is none. */
    static Optional<AddressReply> readAddress(byte[] datagram) {
        return result(datagram, ADDRESS)
                .filter(result -> result != 0 || datagram.length >= ADDRESS_LENGTH)
                .map(result -> new AddressReply(result, epoch(datagram), address(datagram)));
    }

    /** Returns the answer for that protocol; empty where the datagram is none. */
    static Optional<MapReply> readMap(byte[] datagram, Protocol protocol) {
        return result(datagram, opcode(protocol))
                .filter(result -> result != 0 || datagram.length >= MAP_LENGTH)
                .map(result -> mapReply(result, datagram));
    }

    private static MapReply mapReply(int result, byte[] datagram) {
        ByteBuffer message = ByteBuffer.wrap(Arrays.copyOf(datagram, MAP_LENGTH));
        return new MapReply(
                result,
                epoch(datagram),
                message.getShort(8) & 0xffff,
                message.getShort(10) & 0xffff,
                Integer.toUnsignedLong(message.getInt(12)));
    }

    private static Optional<Integer> result(byte[] datagram, int opcode) {
        if (datagram.length < ERROR_LENGTH) {
            return Optional.empty();
        }
        if (datagram[0] != 0) {
            // A router that speaks PCP alone answers in PCP's format (RFC 6887 section 9).
            return datagram[0] == PcpMessage.VERSION && (datagram[1] & RESPONSE) != 0
                    ? Optional.of(UNSUPPORTED_VERSION)
                    : Optional.empty();
        }
        return (datagram[1] & 0xff) == (RESPONSE | opcode)
                ? Optional.of(ByteBuffer.wrap(datagram).getShort(2) & 0xffff)
                : Optional.empty();
    }

    private static long epoch(byte[] datagram) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(datagram).getInt(4));
    }

    private static ExternalAddress address(byte[] datagram) {
        if (datagram.length < ADDRESS_LENGTH) {
            return new ExternalAddress(Optional.empty());
        }
        try {
            return ExternalAddress.of(
                    InetAddress.getByAddress(Arrays.copyOfRange(datagram, 8, ADDRESS_LENGTH)));
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
