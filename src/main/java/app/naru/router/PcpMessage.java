package app.naru.router;

import app.naru.forward.Protocol;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** PCP's messages (RFC 6887 sections 7, 11 and 14.1). */
final class PcpMessage {

    static final int VERSION = 2;
    static final int NONCE_BYTES = 12;
    static final int UNSUPP_VERSION = 1;

    private static final int ANNOUNCE = 0;
    private static final int MAP = 1;
    private static final int HEADER = 24;
    private static final int MAP_LENGTH = HEADER + 36;
    private static final int RESPONSE = 0x80;
    private static final byte[] ANY_IPV4 = {0, 0, 0, 0};

    private PcpMessage() {}

    /**
     * An answer.
     *
     * @param version below 2 where the router speaks NAT-PMP alone
     * @param lifetimeSeconds of the mapping, or of the error
     * @param epoch seconds since the router's mappings began
     * @param mapping empty in an answer to ANNOUNCE and in a short error
     */
    record Reply(
            int version, int result, long lifetimeSeconds, long epoch, Optional<Mapped> mapping) {}

    /**
     * What an answer to MAP says.
     *
     * @param nonce in hexadecimal
     */
    record Mapped(
            String nonce,
            int protocol,
            int internalPort,
            int externalPort,
            Optional<InetAddress> externalAddress) {

        boolean answers(String askedNonce, Protocol askedProtocol, int askedPort) {
            return nonce.equals(askedNonce)
                    && protocol == number(askedProtocol)
                    && internalPort == askedPort;
        }
    }

    /** Returns the request that changes nothing; its answer shows that PCP is spoken. */
    static byte[] announce(InetAddress own) {
        ByteBuffer message = ByteBuffer.allocate(HEADER);
        putHeader(message, ANNOUNCE, 0, own);
        return message.array();
    }

    /**
     * Returns the request for a mapping.
     *
     * @param nonce in hexadecimal
     * @param lifetimeSeconds 0 deletes it
     * @param suggestedPort the wanted external port; 0 for any
     */
    static byte[] map(
            InetAddress own,
            String nonce,
            Protocol protocol,
            int internalPort,
            int suggestedPort,
            int lifetimeSeconds) {
        ByteBuffer message = ByteBuffer.allocate(MAP_LENGTH);
        putHeader(message, MAP, lifetimeSeconds, own);
        message.put(HexFormat.of().parseHex(nonce));
        message.put((byte) number(protocol));
        message.put(new byte[3]);
        message.putShort((short) internalPort);
        message.putShort((short) suggestedPort);
        putMapped(message, ANY_IPV4);
        return message.array();
    }

    private static void putHeader(
            ByteBuffer message, int opcode, int lifetimeSeconds, InetAddress own) {
        message.put((byte) VERSION).put((byte) opcode).putShort((short) 0);
        message.putInt(lifetimeSeconds);
        putMapped(message, own.getAddress());
    }

    /** RFC 6887 section 5: IPv4 as ::ffff:a.b.c.d. */
    private static void putMapped(ByteBuffer message, byte[] ipv4) {
        message.put(new byte[10]).putShort((short) 0xffff).put(ipv4);
    }

    /** IANA's protocol number. */
    private static int number(Protocol protocol) {
        return switch (protocol) {
            case TCP -> 6;
            case UDP -> 17;
        };
    }

    /** Returns the answer to ANNOUNCE; empty where the datagram is none. */
    static Optional<Reply> readAnnounce(byte[] datagram) {
        return read(datagram, ANNOUNCE);
    }

    /** Returns the answer to MAP; empty where the datagram is none. */
    static Optional<Reply> readMap(byte[] datagram) {
        return read(datagram, MAP)
                .filter(reply -> reply.result() != 0 || reply.mapping().isPresent());
    }

    private static Optional<Reply> read(byte[] datagram, int opcode) {
        if (datagram.length >= 8 && datagram[0] >= 0 && datagram[0] < VERSION) {
            // A NAT-PMP router tells its version in its own format (RFC 6887 section 9).
            return Optional.of(new Reply(datagram[0], UNSUPP_VERSION, 0, 0, Optional.empty()));
        }
        if (datagram.length < HEADER
                || datagram.length % 4 != 0
                || datagram[0] != VERSION
                || (datagram[1] & 0xff) != (RESPONSE | opcode)) {
            return Optional.empty();
        }
        ByteBuffer message = ByteBuffer.wrap(datagram);
        int result = datagram[3] & 0xff;
        long lifetime = Integer.toUnsignedLong(message.getInt(4));
        long epoch = Integer.toUnsignedLong(message.getInt(8));
        Optional<Mapped> mapping =
                opcode == MAP && datagram.length >= MAP_LENGTH
                        ? Optional.of(mapped(message.position(HEADER)))
                        : Optional.empty();
        return Optional.of(new Reply(VERSION, result, lifetime, epoch, mapping));
    }

    private static Mapped mapped(ByteBuffer message) {
        byte[] nonce = new byte[NONCE_BYTES];
        message.get(nonce);
        int protocol = message.get() & 0xff;
        message.position(message.position() + 3);
        int internalPort = message.getShort() & 0xffff;
        int externalPort = message.getShort() & 0xffff;
        byte[] address = new byte[16];
        message.get(address);
        return new Mapped(
                HexFormat.of().formatHex(nonce),
                protocol,
                internalPort,
                externalPort,
                ipv4(address));
    }

    private static Optional<InetAddress> ipv4(byte[] address) {
        try {
            // The JDK turns ::ffff:a.b.c.d into an IPv4 address.
            return Optional.of(InetAddress.getByAddress(address))
                    .filter(each -> each instanceof Inet4Address && !each.isAnyLocalAddress());
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
