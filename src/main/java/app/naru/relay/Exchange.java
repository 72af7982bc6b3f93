package app.naru.relay;

import app.naru.relay.http.Asked;
import app.naru.relay.http.Framing;

/** One request and its answer, on their way. */
final class Exchange {

    final Asked asked;

    /** The request has been read to its end. */
    boolean requestDone;

    /** The answer's own head has been sent on. */
    boolean answered;

    /** The answer has been read to its end. */
    boolean responseDone;

    /** The connection to the client ends behind the answer. */
    boolean last;

    /** The connection to the server ends behind the answer. */
    boolean serverEnds;

    /** The request has been sent a second time. */
    boolean repeated;

    /** An answer of the kind that another one follows is being read. */
    boolean interim;

    /** After the answer's head both sides speak another protocol. */
    boolean switching;

    /** How the client sees the answer's body end. */
    Framing answerFraming = Framing.NO_BODY;

    Exchange(Asked asked) {
        this.asked = asked;
        last = asked.last();
    }

    boolean over() {
        return requestDone && responseDone;
    }
}
