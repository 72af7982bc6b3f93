package app.naru.relay;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A relay could not listen. */
public final class PortUnavailable extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why it could not. */
    public enum Reason {
        /** Another socket holds it. */
        TAKEN,
        /** The system keeps it: below 1024 without the right, or a range that Windows reserved. */
        NOT_ALLOWED,
        /** This PC does not have the address. */
        NO_SUCH_ADDRESS
    }

    private final InetSocketAddress address;
    private final Reason reason;

    public PortUnavailable(InetSocketAddress address, Reason reason, IOException cause) {
        super("can't listen on " + address + ": " + reason, cause);
        this.address = address;
        this.reason = reason;
    }

    public InetSocketAddress address() {
        return address;
    }

    public Reason reason() {
        return reason;
    }
}
