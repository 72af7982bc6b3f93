package app.naru.relay;

import app.naru.relay.http.Asked;
import app.naru.relay.http.ResponseReader;
import java.io.IOException;

/** A connection to the server, for as many requests as both want. */
final class Upstream {

    final HttpLine line;
    final ResponseReader reader = new ResponseReader();
    private final Targets targets;
    private int requests;
    private boolean deaf;
    private boolean told;

    /**
     * @param targets among which it was chosen
     */
    Upstream(HttpLine line, Targets targets) {
        this.line = line;
        this.targets = targets;
    }

    /** Whether it was chosen among those. */
    boolean isOf(Targets others) {
        return targets == others;
    }

    /** That request is sent; its answer comes next. */
    void ask(Asked asked) {
        requests++;
        reader.expect(asked);
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

    /** Tells the server once, and when all is sent, that the client sends no more. */
    void tellEnd() {
        if (told || deaf || !line.isClear()) {
            return;
        }
        told = true;
        try {
            line.channel.shutdownOutput();
        } catch (IOException takesNothing) {
            deaf();
        }
    }
}
