package app.naru.internet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** STUN's Binding request and its answer (RFC 8489 sections 5 and 14). */
final class StunMessage {

    static final int ID_BYTES = 12;

    /**
     * An answer that is longer is not read: with all attributes there are it has some 120 bytes.
     */
    static final int LONGEST = 1280;

    private static final int HEADER = 20;
    private static final int COOKIE = 0x2112A442;
    private static final short REQUEST = 0x0001;
    private static final short SUCCESS = 0x0101;
    private static final short ERROR = 0x0111;
    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;

    /** Below this an attribute must be understood (RFC 8489 section 14). */
    private static final int OPTIONAL = 0x8000;

    /** Those, and what servers of RFC 3489 still send: SOURCE-ADDRESS and CHANGED-ADDRESS. */
    private static final Set<Integer> UNDERSTOOD =
            Set.of(MAPPED_ADDRESS, XOR_MAPPED_ADDRESS, 0x0004, 0x0005);

    private StunMessage() {}

    /**
     * An answer to the request.
     *
     * @param address the sender's as the server sees it; empty where it refuses to tell or tells it
     *     in a way that is not understood
     */
    record Answer(Optional<InetAddress> address) {}

    /**
     * Returns a Binding request.
     *
     * @param id {@value #ID_BYTES} random bytes that nobody else knows
     */
    static byte[] request(byte[] id) {
        return ByteBuffer.allocate(HEADER)
                .putShort(REQUEST)
                .putShort((short) 0)
                .putInt(COOKIE)
                .put(id)
                .array();
    }

    /** Reads a datagram; empty where it is no answer to the request with that id. */
    static Optional<Answer> read(byte[] datagram, byte[] id) {
        if (datagram.length < HEADER || datagram.length > LONGEST) {
            return Optional.empty();
        }
        ByteBuffer message = ByteBuffer.wrap(datagram);
        short type = message.getShort();
        int length = Short.toUnsignedInt(message.getShort());
        int cookie = message.getInt();
        byte[] answered = new byte[ID_BYTES];
        message.get(answered);
        if ((type != SUCCESS && type != ERROR)
                || cookie != COOKIE
                || !Arrays.equals(answered, id)
                || length != message.remaining()
                || length % 4 != 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Answer(type == ERROR ? Optional.empty() : address(message, datagram)));
    }

    private static Optional<InetAddress> address(ByteBuffer attributes, byte[] datagram) {
        Optional<InetAddress> plain = Optional.empty();
        Optional<InetAddress> hidden = Optional.empty();
        while (attributes.remaining() >= 4) {
            int type = Short.toUnsignedInt(attributes.getShort());
            int length = Short.toUnsignedInt(attributes.getShort());
            int padded = (length + 3) & ~3;
            if (padded > attributes.remaining()
                    || (type < OPTIONAL && !UNDERSTOOD.contains(type))) {
                return Optional.empty();
            }
            byte[] value = new byte[length];
            attributes.get(value).position(attributes.position() + padded - length);
            // Of several the first counts (RFC 8489 section 14).
            if (type == XOR_MAPPED_ADDRESS && hidden.isEmpty()) {
                hidden = parse(value, Arrays.copyOfRange(datagram, 4, HEADER));
            } else if (type == MAPPED_ADDRESS && plain.isEmpty()) {
                plain = parse(value, new byte[HEADER - 4]);
            }
        }
        return hidden.isPresent() ? hidden : plain;
    }

    /**
     * Reads an address attribute (RFC 8489 sections 14.1 and 14.2).
     *
     * @param mask the cookie and the id, with which XOR-MAPPED-ADDRESS hides the address from NATs
     *     that would change it; zeros for MAPPED-ADDRESS
     */
    private static Optional<InetAddress> parse(byte[] value, byte[] mask) {
        int family = value.length < 2 ? 0 : value[1];
        int bytes = family == IPV4 ? 4 : family == IPV6 ? 16 : 0;
        if (bytes == 0 || value.length != 4 + bytes) {
            return Optional.empty();
        }
        byte[] address = Arrays.copyOfRange(value, 4, value.length);
        for (int i = 0; i < bytes; i++) {
            address[i] ^= mask[i];
        }
        try {
            return Optional.of(InetAddress.getByAddress(address));
        } catch (UnknownHostException length) {
            throw new IllegalStateException("4 or 16 bytes are an address", length);
        }
    }
}
