package app.naru.relay;

import java.net.InetSocketAddress;
import java.util.Optional;

/** What passes between a client and its target. Used by its loop's thread only, but for reading. */
sealed interface Traffic permits Flow, HttpFlow {

    /** Both sides are told at once, by a reset, that the connection did not end as it should. */
    void reset(Visit.Reason why);

    /** Does what is due now and then. */
    void sweep();

    /** The relay is closing: begins nothing new. */
    void finishUp();

    /** Returns where the target is; empty as long as none was reached. */
    Optional<InetSocketAddress> target();

    /** Returns the bytes passed on from the client to the target. */
    long bytesIn();

    /** Returns the bytes passed on from the target to the client. */
    long bytesOut();
}
