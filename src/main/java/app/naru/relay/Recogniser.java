package app.naru.relay;

import java.net.InetSocketAddress;

/**
 * Waits for a client that begins with certain bytes, and answers it in the place of the server. All
 * other clients are passed on untouched.
 */
public interface Recogniser {

    /** The longest that {@link #opening()} may be. */
    int LONGEST = 256;

    /** Returns how that client begins, at most {@value #LONGEST} bytes. */
    byte[] opening();

    /**
     * Returns what to answer; the connection ends then. Called on a thread of its own.
     *
     * @param head the HTTP request's first line and header fields (RFC 9112 section 2.1), cut off
     *     where they are longer than some thousand bytes
     */
    byte[] answer(InetSocketAddress client, String head);
}
