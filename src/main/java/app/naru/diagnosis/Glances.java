package app.naru.diagnosis;

import app.naru.relay.RelaySnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the relays' counters tell of their visitors, from glance to glance. Nobody is asked for it,
 * and it costs the traffic nothing.
 */
public final class Glances {

    private final Map<String, RelaySnapshot> last = new HashMap<>();

    /** What has happened since the last glance. */
    public enum Sign {
        /** Visitors came, and the server was not reached. */
        SERVER_NOT_REACHED,
        /** Visitors asked for a host that the relay does not stand for, which told them so. */
        ASKED_BY_OTHER_NAME,
        /** The server has answered visitors. */
        SERVER_ANSWERS
    }

    /** Returns what the counters of that forward's relay tell; empty for nothing of note. */
    public synchronized Optional<Sign> at(String forwardId, RelaySnapshot now) {
        RelaySnapshot before = last.put(forwardId, now);
        if (before == null || now.accepted() < before.accepted()) {
            return Optional.empty();
        }
        if (now.failed() > before.failed()) {
            return Optional.of(Sign.SERVER_NOT_REACHED);
        }
        if (now.foreign().requests() > before.foreign().requests()) {
            return Optional.of(Sign.ASKED_BY_OTHER_NAME);
        }
        return now.bytesOut() > before.bytesOut()
                ? Optional.of(Sign.SERVER_ANSWERS)
                : Optional.empty();
    }

    /** Leaves out what has happened so far: a look has just seen what came of it. */
    public synchronized void skip(String forwardId, RelaySnapshot now) {
        last.put(forwardId, now);
    }
}
