package app.naru.path;

import app.naru.forward.Port;
import app.naru.forward.Sentence;
import java.util.Optional;

/** What opening a forward came to. */
public sealed interface Opening {

    record Opened(ForwardStatus status) implements Opening {}

    /**
     * It is as closed as before: what had been changed by then was taken back.
     *
     * @param otherPort a port that would do instead, where the port was the trouble
     */
    record NotOpened(Sentence why, boolean declined, Optional<Port> otherPort) implements Opening {}
}
