package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Sentence;
import app.naru.relay.Drain;
import app.naru.relay.Relay;
import app.naru.relay.RelaySpec;
import app.naru.relay.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes changes and takes them back, each written to the journal first. */
final class Changes implements AutoCloseable {

    private final Journal journal;
    private final Relays relays;
    private final Leases leases;
    private final FirewallChanges firewall;
    private final HeldDistros distros;

    Changes(
            Journal journal,
            Relays relays,
            Leases leases,
            FirewallChanges firewall,
            HeldDistros distros) {
        this.journal = journal;
        this.relays = relays;
        this.leases = leases;
        this.firewall = firewall;
        this.distros = distros;
    }

    /** Returns the changes in their order, those together that are made with one prompt. */
    static List<List<Change>> together(List<Change> changes) {
        List<List<Change>> groups = new ArrayList<>();
        for (Change change : changes) {
            boolean joins =
                    change instanceof FirewallChange
                            && !groups.isEmpty()
                            && groups.getLast().getFirst() instanceof FirewallChange;
            if (!joins) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(change);
        }
        return groups;
    }

    /**
     * Makes the changes for that forward. Blocks while Windows asks the user.
     *
     * @param group of {@link #together}
     * @return what came of each
     */
    List<Outcome> apply(Forward forward, List<Change> group) {
        return apply(forward.id(), forward.name(), group);
    }

    /** Makes the changes for whom they are to be journalled. */
    List<Outcome> apply(String id, ForwardName name, List<Change> group) {
        try {
            for (Change change : group) {
                journal.add(id, name, change);
            }
            List<Outcome> outcomes = make(group);
            for (int i = 0; i < group.size(); i++) {
                Outcome outcome = outcomes.get(i);
                if (!outcome.good() || outcome instanceof Outcome.NotHere) {
                    journal.remove(group.get(i));
                }
            }
            return outcomes;
        } catch (IOException e) {
            return group.stream().map(change -> notWritten(e)).toList();
        }
    }

    /** Makes the change for that forward. */
    Outcome apply(Forward forward, Change change) {
        return apply(forward, List.of(change)).getFirst();
    }

    /**
     * Takes the changes back, in that order. What could not be taken back stays in the journal.
     *
     * @param group of {@link #together}
     * @return what came of each
     */
    List<Outcome> undo(List<Change> group) {
        List<Outcome> outcomes = new ArrayList<>(takeBack(group));
        for (int i = 0; i < group.size(); i++) {
            if (outcomes.get(i).good()) {
                try {
                    journal.remove(group.get(i));
                } catch (IOException e) {
                    outcomes.set(i, notWritten(e));
                }
            }
        }
        return outcomes;
    }

    /** Lets go of the change: it stays when the forward that it was made for is closed. */
    void keep(Change change) {
        if (!change.outlivesNaru()) {
            forget(change);
            return;
        }
        try {
            journal.keep(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of what was made for good. */
    void forGood(Change change, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> keep(change);
            // It is someone else's doing, and not to be undone.
            case Outcome.AlreadySo so -> forget(change);
            default -> {
                // Nothing was made, and the journal says so already.
            }
        }
    }

    /** Strikes the change out of the journal: it is none of Naru's. */
    void forget(Change change) {
        try {
            journal.remove(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the change back. */
    Outcome undo(Change change) {
        return undo(List.of(change)).getFirst();
    }

    private List<Outcome> make(List<Change> group) {
        return switch (group.getFirst()) {
            case FirewallChange first -> firewall.make(firewallChanges(group));
            case Change.RunRelay(RelaySpec relay) -> List.of(relays.open(relay));
            case Change.MapPorts(PortMapping mapping) -> List.of(leases.map(mapping));
            case Change.KeepDistroRunning(String distro) -> List.of(distros.hold(distro));
        };
    }

    private List<Outcome> takeBack(List<Change> group) {
        return switch (group.getFirst()) {
            case FirewallChange first -> firewall.takeBack(firewallChanges(group));
            case Change.RunRelay(RelaySpec relay) -> List.of(relays.close(relay));
            case Change.MapPorts(PortMapping mapping) -> List.of(leases.unmap(mapping));
            case Change.KeepDistroRunning(String distro) -> List.of(distros.letGo(distro));
        };
    }

    private static List<FirewallChange> firewallChanges(List<Change> group) {
        return group.stream().map(FirewallChange.class::cast).toList();
    }

    private static Outcome notWritten(IOException e) {
        return new Outcome.Failed(
                Sentence.of("path.journal.failed", String.valueOf(e.getMessage())));
    }

    /** Changes a running relay's targets and access in place. */
    boolean follow(Forward forward, Change.RunRelay before, Change.RunRelay now) {
        if (!relays.follow(before.relay(), now.relay())) {
            return false;
        }
        replace(forward, before, now);
        return true;
    }

    /** Has the router that is there now send the same ports here. Returns at once. */
    void follow(Forward forward, Change.MapPorts before, Change.MapPorts now) {
        replace(forward, before, now);
        leases.follow(before.mapping(), now.mapping());
    }

    private void replace(Forward forward, Change before, Change now) {
        try {
            journal.remove(before);
            journal.add(forward.id(), forward.name(), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets mappings follow another network. Returns at once. */
    void networkChanged() {
        leases.networkChanged();
    }

    /** Returns how far a forward is open of which these are in place. */
    Standing standing(boolean open, List<Change> inPlace) {
        return new Standing(
                open,
                inPlace,
                each(inPlace, Change.RunRelay.class)
                        .flatMap(relay -> relays.snapshot(relay.relay()).stream())
                        .findFirst(),
                each(inPlace, Change.MapPorts.class)
                        .flatMap(mapping -> leases.standing(mapping.mapping()).stream())
                        .findFirst());
    }

    /** Returns what the counters of all relays that run come to. */
    Tally traffic() {
        return relays.tally();
    }

    /**
     * Has the relay of these let nobody in any more, and those who are there come to their end.
     *
     * @param told called once {@link #farewell} tells of them
     */
    void seeOut(List<Change> inPlace, Drain drain, Runnable told) {
        each(inPlace, Change.RunRelay.class)
                .forEach(relay -> relays.seeOut(relay.relay(), drain, told));
    }

    /** Returns who is being seen out by the relay of these; empty where nobody is. */
    Optional<Farewell> farewell(List<Change> inPlace) {
        return each(inPlace, Change.RunRelay.class)
                .flatMap(relay -> relays.farewell(relay.relay()).stream())
                .findFirst();
    }

    /** Returns the relay that runs because of these. */
    Optional<Relay> relay(List<Change> inPlace) {
        return each(inPlace, Change.RunRelay.class)
                .flatMap(relay -> relays.running(relay.relay()).stream())
                .findFirst();
    }

    private static <C extends Change> Stream<C> each(List<Change> changes, Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void close() {
        relays.close();
        leases.close();
        distros.close();
    }
}
