package app.naru.server;

import java.io.IOException;
import java.util.List;

/** Reads who listens on this PC; each system tells it in its own way. */
public interface ListenerReader {

    /**
     * Returns every listening TCP socket and bound UDP socket of this PC. A dual-stack socket
     * stands once for each protocol family the system lists it under.
     *
     * @throws IOException if the system does not tell
     */
    List<Listener> read() throws IOException;

    /**
     * Returns the same without the programs, whose names cost most of the reading.
     *
     * @throws IOException if the system does not tell
     */
    default List<Listener> sockets() throws IOException {
        return read();
    }
}
