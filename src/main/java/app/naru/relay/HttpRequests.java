package app.naru.relay;

import app.naru.relay.http.Framing;
import app.naru.relay.http.MessageReader;
import app.naru.relay.http.Notice;
import app.naru.relay.http.RequestReader;
import app.naru.relay.http.RequestRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client asks, one request after another, and passes it on. Used by its loop's thread
 * only.
 */
final class HttpRequests {

    /** Where a head is expected; what is behind it may have to wait. */
    private static final int HEAD_READ = 64 * 1024;

    private final HttpFlow flow;
    private final RequestReader reader = new RequestReader();
    private @Nullable ByteBuffer held;
    private boolean clientEnded;

    HttpRequests(HttpFlow flow) {
        this.flow = flow;
    }

    /**
     * Reads what the client has sent.
     *
     * @throws IOException if the client is gone
     */
    void read() throws IOException {
        Exchange now = flow.exchange();
        boolean body = now != null && !now.requestDone;
        ByteBuffer in = flow.buffer(body ? HttpFlow.MOST_READ : HEAD_READ);
        if (flow.client().channel.read(in) < 0) {
            clientEnds();
        } else {
            take(in.flip());
        }
    }

    private void clientEnds() {
        clientEnded = true;
        Exchange now = flow.exchange();
        boolean whole = now == null ? !reader.inside() : now.requestDone;
        if (!whole && held == null) {
            flow.reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    /** Reads requests as far as one may be read now; keeps the rest. */
    private void take(ByteBuffer in) {
        Exchange before = flow.exchange();
        Parcel parcel = new Parcel(before == null ? Framing.NO_BODY : before.asked.framing());
        while (!flow.isOver()) {
            if (!flow.takesRequests()) {
                hold(in);
                break;
            }
            MessageReader.Event event = reader.next(in);
            if (event == MessageReader.Event.MORE) {
                break;
            }
            take(event, parcel);
        }
        flow.servers().send(parcel);
        Exchange now = flow.exchange();
        if (saidAll() && now != null && !now.requestDone) {
            flow.reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    private void take(MessageReader.Event event, Parcel parcel) {
        Exchange now = flow.exchange();
        switch (event) {
            case HEAD -> begin(parcel);
            case CONTENT -> parcel.content(reader.content());
            case END -> {
                parcel.end();
                if (now != null) {
                    now.requestDone = true;
                }
            }
            case BAD -> {
                if (now == null) {
                    flow.own().refuse(reader.refusal());
                } else {
                    flow.reset(Visit.Reason.BROKEN_BY_CLIENT);
                }
            }
            case MORE -> {}
        }
    }

    private void begin(Parcel parcel) {
        Recogniser waiting = flow.recogniser();
        if (waiting != null && reader.begins(waiting.opening())) {
            flow.own().ask(waiting, reader.text());
            return;
        }
        try {
            flow.begin(
                    new Exchange(reader.asked(flow.mode(), flow.visitor(), flow.here())), parcel);
        } catch (RequestRefused refused) {
            flow.own().refuse(refused);
        }
    }

    /** A request without a body has its end still to be read, although no byte is left. */
    private void hold(ByteBuffer in) {
        Exchange now = flow.exchange();
        boolean endAhead = now != null && !now.requestDone;
        if (!flow.isFinishing() && (in.hasRemaining() || endAhead)) {
            held = ByteBuffer.allocate(in.remaining()).put(in).flip();
        }
    }

    /** Goes on with what was kept, where it may. Returns whether it did. */
    boolean resume() {
        ByteBuffer rest = held;
        if (rest == null || !flow.takesRequests()) {
            return false;
        }
        held = null;
        take(rest);
        return true;
    }

    /** Whether what was read is passed on, and more may come. */
    boolean wantMore() {
        return held == null && !clientEnded;
    }

    /** Whether the client has ended, and all that it said is passed on. */
    boolean saidAll() {
        return clientEnded && held == null;
    }

    /** Whether a request has begun and is not whole. */
    boolean inside() {
        return reader.inside();
    }

    /** Returns what was kept, which is kept no longer; null if there is nothing. */
    @Nullable ByteBuffer letGo() {
        ByteBuffer rest = held;
        held = null;
        return rest;
    }

    /** Returns the answer of the relay's own to the request that was read last. */
    byte[] answer(Notice notice) {
        return reader.answer(notice);
    }
}
