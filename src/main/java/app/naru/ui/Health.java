package app.naru.ui;

import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.HopView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a forward is, in the few ways that a mark can tell apart. */
public enum Health {
    CLOSED,
    /** On its way to be opened or closed. */
    CHANGING,
    OPEN,
    /** Open, but something stands in the way. */
    PROBLEM;

    /** Returns how this forward is. */
    public static Health of(ForwardStatus status) {
        return switch (status.state()) {
            case CLOSED -> CLOSED;
            case OPENING, CLOSING -> CHANGING;
            case OPEN -> problem(status).isPresent() ? PROBLEM : OPEN;
        };
    }

    /** Returns how all of them together are: the worst that one of them is. */
    public static Health of(List<ForwardStatus> all) {
        return all.stream().map(Health::of).max(Enum::compareTo).orElse(CLOSED);
    }

    /** Returns the style class of marks that show this. */
    public String styleClass() {
        return "state-" + name().toLowerCase(Locale.ROOT);
    }

    /** Returns what stands in the way of an open forward; the hop nearest to the server first. */
    public static Optional<Sentence> problem(ForwardStatus status) {
        if (status.state() != ForwardStatus.State.OPEN) {
            return Optional.empty();
        }
        return status.trouble()
                .or(() ->
                        status.hops().stream()
                                .filter(hop -> hop.state() == HopView.State.PROBLEM)
                                .map(HopView::sentence)
                                .findFirst());
    }
}
