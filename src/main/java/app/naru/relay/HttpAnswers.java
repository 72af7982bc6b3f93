package app.naru.relay;

import app.naru.relay.http.Framing;
import app.naru.relay.http.MessageReader;
import app.naru.relay.http.ResponseHead;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads what a server answers and passes it on. Used by its loop's thread only. */
final class HttpAnswers {

    private final HttpFlow flow;

    HttpAnswers(HttpFlow flow) {
        this.flow = flow;
    }

    /** Reads what the server has sent. */
    void read(Upstream from) {
        ByteBuffer in = flow.buffer(HttpFlow.MOST_READ);
        int count;
        try {
            count = from.line.channel.read(in);
        } catch (IOException gone) {
            lost();
            return;
        }
        if (count < 0) {
            ended(from);
        } else {
            take(from, in.flip());
        }
    }

    private void take(Upstream from, ByteBuffer in) {
        Exchange now = flow.exchange();
        if (now == null || now.responseDone) {
            // Nothing was asked: what follows could be taken for the next request's answer.
            flow.servers().drop();
            return;
        }
        Parcel parcel = new Parcel(now.answerFraming);
        MessageReader.Event event;
        do {
            event = from.reader.next(in);
            take(event, from, now, parcel);
            if (flow.exchange() != now) {
                return;
            }
        } while (event != MessageReader.Event.MORE
                && !now.responseDone
                && !now.switching
                && !flow.isOver());
        if (now.switching) {
            parcel.raw(in);
        } else if (now.responseDone && in.hasRemaining()) {
            now.serverEnds = true;
        }
        flow.toClient(parcel);
    }

    private void take(MessageReader.Event event, Upstream from, Exchange now, Parcel parcel) {
        switch (event) {
            case HEAD -> begin(from.reader.head(), now, parcel);
            case CONTENT -> parcel.content(from.reader.content());
            case END -> {
                if (now.interim) {
                    now.interim = false;
                } else {
                    parcel.end();
                    now.responseDone = true;
                }
            }
            case BAD -> flow.own().garbled(now);
            case MORE -> {}
        }
    }

    private void begin(ResponseHead head, Exchange now, Parcel parcel) {
        if (head.switches() && !now.asked.upgrade()) {
            flow.own().garbled(now);
        } else if (head.interim()) {
            now.interim = true;
            if (now.asked.http11()) {
                parcel.head(now.asked.forVisitor(head, false), Framing.NO_BODY);
            }
        } else {
            now.answered = true;
            now.answerFraming = now.asked.framing(head);
            now.serverEnds = head.last() || now.answerFraming == Framing.UNTIL_CLOSE;
            now.last |= flow.isFinishing() || now.answerFraming == Framing.UNTIL_CLOSE;
            now.switching = head.switches();
            parcel.head(now.asked.forVisitor(head, now.last), now.answerFraming);
        }
    }

    /** The server has said its last. */
    private void ended(Upstream from) {
        Exchange now = flow.exchange();
        if (now != null && !now.responseDone && from.reader.endedWell()) {
            now.responseDone = true;
            flow.servers().drop();
        } else {
            lost();
        }
    }

    /** The server's connection is gone. */
    void lost() {
        Exchange now = flow.exchange();
        Upstream from = flow.servers().current();
        boolean unheard = from != null && from.reused() && !from.reader.inside();
        flow.servers().drop();
        if (now == null || now.responseDone) {
            return;
        }
        if (unheard && now.asked.repeatable() && !now.repeated) {
            // It has ended an idle connection at the moment when the request came.
            now.repeated = true;
            flow.servers().seek();
        } else if (unheard) {
            flow.reset(Visit.Reason.BROKEN_BY_TARGET);
        } else {
            flow.own().garbled(now);
        }
    }
}
