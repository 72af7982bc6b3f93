package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus.State;
import app.naru.router.MappedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A forward that is open, or on its way there or back. */
record OpenForward(
        Forward forward,
        State state,
        List<Change> inPlace,
        Optional<Instant> until,
        Optional<Expiry.End> end,
        Optional<Sentence> trouble) {

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether that entry of a router's list is there for it. */
    boolean keeps(MappedPort entry) {
        return inPlace.stream()
                .anyMatch(change ->
                        change instanceof Change.MapPorts(PortMapping mapping)
                                && mapping.covers(entry));
    }

    OpenForward with(State other, List<Change> changes) {
        return new OpenForward(forward, other, List.copyOf(changes), until, end, trouble);
    }

    /** Returns it with one more change in place. */
    OpenForward plus(Change change) {
        List<Change> changes = new ArrayList<>(minus(change).inPlace);
        changes.add(change);
        return with(state, changes);
    }

    /** Returns it with that change no longer in place. */
    OpenForward minus(Change change) {
        return with(state, inPlace.stream().filter(each -> !each.equals(change)).toList());
    }

    private OpenForward troubled(Optional<Sentence> other) {
        return new OpenForward(forward, state, inPlace, until, end, other);
    }

    /** Makes it what is planned for it now, and returns it so. */
    OpenForward followed(Plan planned, Changes changes) {
        return relayFollowed(planned, changes).mappingFollowed(planned, changes);
    }

    private OpenForward relayFollowed(Plan planned, Changes changes) {
        Optional<Change.RunRelay> before = first(inPlace, Change.RunRelay.class);
        Optional<Change.RunRelay> now = first(planned.changes(), Change.RunRelay.class);
        boolean lost = before.isEmpty() && trouble.isPresent();
        if (now.isEmpty() || before.equals(now) || (before.isEmpty() && !lost)) {
            return this;
        }
        if (before.isPresent() && changes.follow(forward, before.get(), now.get())) {
            return replaced(before, now).troubled(Optional.empty());
        }
        before.ifPresent(changes::undo);
        Outcome outcome = changes.apply(forward, now.get());
        return outcome.good()
                ? replaced(before, now).troubled(Optional.empty())
                : replaced(before, Optional.empty()).troubled(Optional.of(outcome.sentence()));
    }

    private OpenForward mappingFollowed(Plan planned, Changes changes) {
        Optional<Change.MapPorts> before = first(inPlace, Change.MapPorts.class);
        Optional<Change.MapPorts> now = first(planned.changes(), Change.MapPorts.class);
        if (before.isEmpty() || now.isEmpty() || before.equals(now)) {
            return this;
        }
        changes.follow(forward, before.get(), now.get());
        return replaced(before, now);
    }

    private OpenForward replaced(
            Optional<? extends Change> before, Optional<? extends Change> now) {
        List<Change> changed = new ArrayList<>(inPlace);
        before.ifPresent(changed::remove);
        now.ifPresent(changed::add);
        return with(state, changed);
    }

    private static <C extends Change> Optional<C> first(List<Change> changes, Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
