package app.naru.path;

import app.naru.path.ForwardStatus.State;
import app.naru.relay.Drain;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
        before.end().ifPresent(end -> end.cancel(false));
        OpenForward closing = before.with(State.CLOSING, before.inPlace());
        open.put(closing);
        return closing;
    }

    /** Others need not wait for those who are seen out; who is in a hurry closes it meanwhile. */
    List<Step> seeOut(String id, Consumer<Step> progress) {
        Optional<OpenForward> leaving;
        synchronized (oneAtATime) {
            leaving = open.find(id).filter(OpenForward::isOpen).map(this::begun);
        }
        if (leaving.isEmpty()) {
            return List.of();
        }
        changes.seeOut(leaving.get().inPlace(), Drain.PATIENT, open::tellWatchers);
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
