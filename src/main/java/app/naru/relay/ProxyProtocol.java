package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.naru.forward.Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Tells the target who the client is, ahead of the client's own bytes: the PROXY protocol of
 * HAProxy's proxy-protocol.txt. The target must expect it.
 */
public enum ProxyProtocol {
    NONE,
    /** A line of text, section 2.1. */
    V1,
    /** Binary, section 2.2. */
    V2;

    private static final byte[] SIGNATURE = {
        0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a
    };
    private static final byte VERSION_2_PROXY = 0x21;
    private static final byte TCP_OVER_IPV4 = 0x11;
    private static final byte TCP_OVER_IPV6 = 0x21;
    private static final byte UNSPECIFIED = 0x00;

    /**
     * Returns the header.
     *
     * @param client where the connection came from
     * @param here where it came to
     */
    ByteBuffer header(InetSocketAddress client, InetSocketAddress here) {
        return switch (this) {
            case NONE -> ByteBuffer.allocate(0);
            case V1 -> ByteBuffer.wrap(line(client, here).getBytes(US_ASCII));
            case V2 -> binary(client, here);
        };
    }

    private static String line(InetSocketAddress client, InetSocketAddress here) {
        int bytes = client.getAddress().getAddress().length;
        if (bytes != here.getAddress().getAddress().length) {
            return "PROXY UNKNOWN\r\n";
        }
        return String.join(
                " ",
                "PROXY",
                bytes == 4 ? "TCP4" : "TCP6",
                Address.text(client.getAddress()),
                Address.text(here.getAddress()),
                Integer.toString(client.getPort()),
                here.getPort() + "\r\n");
    }

    private static ByteBuffer binary(InetSocketAddress client, InetSocketAddress here) {
        byte[] from = client.getAddress().getAddress();
        byte[] to = here.getAddress().getAddress();
        boolean known = from.length == to.length;
        int length = known ? from.length + to.length + 4 : 0;
        ByteBuffer header = ByteBuffer.allocate(SIGNATURE.length + 4 + length);
        header.put(SIGNATURE).put(VERSION_2_PROXY);
        if (!known) {
            return header.put(UNSPECIFIED).putShort((short) 0).flip();
        }
        header.put(from.length == 4 ? TCP_OVER_IPV4 : TCP_OVER_IPV6).putShort((short) length);
        header.put(from).put(to);
        return header.putShort((short) client.getPort()).putShort((short) here.getPort()).flip();
    }
}
