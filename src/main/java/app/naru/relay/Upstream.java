package app.naru.relay;

import app.naru.relay.http.ResponseReader;
import java.net.InetSocketAddress;

/** A connection to the server, for as many requests as both want. */
final class Upstream {

    final HttpLine line;
    final ResponseReader reader = new ResponseReader();
    private final InetSocketAddress address;
    private final Targets targets;
    private int requests;
    private boolean deaf;
    private boolean told;

    /**
     * @param targets among which it was chosen
     */
    Upstream(HttpLine line, InetSocketAddress address, Targets targets) {
        this.line = line;
        this.address = address;
        this.targets = targets;
    }

    InetSocketAddress address() {
        return address;
    }

    /** Whether it was chosen among those. */
    boolean isOf(Targets others) {
        return targets == others;
    }

    /** A request is sent. */
    void asked() {
        requests++;
    }

    /** Whether it has answered before: then the server may have been about to close it. */
    boolean reused() {
        return requests > 1;
    }

    /** It takes nothing more, but may have something to say. */
    void deaf() {
        deaf = true;
        line.release();
    }

    boolean isDeaf() {
        return deaf;
    }

    /** Whether the server is to be told that the client sends no more; true once. */
    boolean tellEnd() {
        boolean now = !told && !deaf && line.isClear();
        told |= now;
        return now;
    }
}
