package app.naru.relay;

import app.naru.relay.http.HttpMode;
import app.naru.relay.http.Notice;
import app.naru.relay.http.RequestRefused;

/**
 * What the relay itself tells a client in the server's place, always the last that is said on the
 * connection. Used by its loop's thread only.
 */
final class OwnAnswers {

    private final HttpFlow flow;
    private final Connection connection;
    private final int serverPort;
    private boolean pending;

    OwnAnswers(HttpFlow flow, Connection connection, HttpMode mode) {
        this.flow = flow;
        this.connection = connection;
        serverPort = mode.server().port().number();
    }

    /** The request is for the recogniser, which may take a moment. */
    void ask(Recogniser recogniser, String head) {
        pending = true;
        SelectorLoop loop = connection.share().loop();
        Thread.ofVirtual()
                .name("naru-relay-answer")
                .start(() -> {
                    byte[] answer = recogniser.answer(connection.client(), head);
                    loop.execute(() -> recognised(answer));
                });
    }

    private void recognised(byte[] answer) {
        pending = false;
        flow.sayLast(answer);
        flow.settle();
    }

    /** Whether an answer is about to come. */
    boolean isPending() {
        return pending;
    }

    /** The request goes no further. */
    void refuse(RequestRefused why) {
        why.foreignHost().ifPresent(connection.share()::foreign);
        connection.endsFor(Visit.Reason.ENDED_HERE);
        flow.answer(why.notice());
    }

    /** None of the targets could be reached. */
    void unreachable(Failure why) {
        flow.answer(Notice.down(serverPort, why != Failure.TIMED_OUT));
    }

    /** The server has answered with something else than HTTP, or has broken off. */
    void garbled(Exchange now) {
        if (now.answered) {
            flow.reset(Visit.Reason.BROKEN_BY_TARGET);
        } else {
            flow.answer(Notice.garbled(serverPort));
        }
    }
}
