package app.naru.relay;

import java.nio.channels.SelectionKey;

/** Attached to a key of a {@link SelectorLoop}; called on that loop's thread only. */
interface Ready {

    /** The key's channel can do at least one of what the key waits for. */
    void ready(SelectionKey key);

    /** Ends it at once, without a word to the other side but a reset. */
    void abort();
}
