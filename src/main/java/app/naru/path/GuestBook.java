package app.naru.path;

import app.naru.relay.Relay;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Who comes through an open forward. May be used on any thread. */
public final class GuestBook {

    private final Relay relay;

    GuestBook(Relay relay) {
        this.relay = relay;
    }

    /** Returns who is here and who was, as far back as the relay remembers. */
    public List<Guest> all() {
        return Guest.of(
                Stream.concat(relay.visits().stream(), relay.recent().stream()).toList(),
                relay.rates(),
                relay.blocked());
    }

    /** Turns it away as long as the forward stays open, and ends what it has open. */
    public void block(InetAddress address) {
        relay.block(address);
    }

    /** Lets it in again. */
    public void unblock(InetAddress address) {
        relay.unblock(address);
    }
}
