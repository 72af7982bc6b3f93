package app.naru.path;

import app.naru.path.ForwardStatus.State;
import app.naru.relay.Drain;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Closes open forwards: at once, or when those who are being served have what they came for. */
final class Closing {

    private final Object oneAtATime;
    private final OpenForwards open;
    private final Changes changes;

    /**
     * @param oneAtATime held while changes are made or taken back
     */
    Closing(Object oneAtATime, OpenForwards open, Changes changes) {
        this.oneAtATime = oneAtATime;
        this.open = open;
        this.changes = changes;
    }

    /** Returns what could not be taken back and why; empty when all is closed. */
    List<Step> close(String id, Consumer<Step> progress) {
        synchronized (oneAtATime) {
            Optional<OpenForward> found = open.find(id);
            if (found.isEmpty()) {
                return List.of();
            }
            OpenForward closing = begun(found.get());
            List<Step> left = ToldChanges.undo(changes, closing.inPlace(), progress);
            open.forget(id);
            return left;
        }
    }

    private OpenForward begun(OpenForward before) {
        before.end().ifPresent(Expiry.End::cancel);
        OpenForward closing = before.with(State.CLOSING, before.inPlace());
        open.put(closing);
        return closing;
    }

    /** Others need not wait for those who are seen out; who is in a hurry closes it meanwhile. */
    List<Step> seeOut(String id, Consumer<Step> progress) {
        return begin(id, each -> true)
                .map(leaving -> seeOut(id, leaving, progress))
                .orElse(List.of());
    }

    /** Sees out the forward whose end it is; returns whether there is one, opened with no other. */
    boolean expire(Expiry.End end) {
        String id = end.forwardId();
        Optional<OpenForward> leaving = begin(id, each -> each.end().equals(Optional.of(end)));
        leaving.ifPresent(each -> seeOut(id, each, step -> {}));
        return leaving.isPresent();
    }

    private Optional<OpenForward> begin(String id, Predicate<OpenForward> meant) {
        synchronized (oneAtATime) {
            return open.find(id).filter(OpenForward::isOpen).filter(meant).map(this::begun);
        }
    }

    private List<Step> seeOut(String id, OpenForward leaving, Consumer<Step> progress) {
        changes.seeOut(leaving.inPlace(), Drain.PATIENT, open::tellWatchers);
        synchronized (oneAtATime) {
            return open.find(id).filter(each -> !each.isOpen()).isPresent()
                    ? close(id, progress)
                    : List.of();
        }
    }

    /** Closes at once what has been begun to be closed. */
    void finish() {
        open.snapshot().stream()
                .filter(each -> each.state() == State.CLOSING)
                .forEach(each -> close(each.forward().id(), step -> {}));
    }
}
