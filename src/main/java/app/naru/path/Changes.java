package app.naru.path;

import app.naru.firewall.Firewall;
import app.naru.firewall.RuleOutcome;
import app.naru.firewall.RuleSpec;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.relay.RelaySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes changes and takes them back, each written to the journal first. */
final class Changes implements AutoCloseable {

    private final Journal journal;
    private final Relays relays;
    private final Leases leases;
    private final Optional<Firewall> firewall;

    /**
     * @param firewall empty on a system that has no Windows Defender Firewall
     */
    Changes(Journal journal, Relays relays, Leases leases, Optional<Firewall> firewall) {
        this.journal = journal;
        this.relays = relays;
        this.leases = leases;
        this.firewall = firewall;
    }

    /** Makes the change for that forward. Blocks while Windows asks the user. */
    Outcome apply(Forward forward, Change change) {
        if (change instanceof Change.AllowInbound && firewall.isEmpty()) {
            return notHere();
        }
        try {
            journal.add(forward.id(), forward.name(), change);
            Outcome outcome =
                    switch (change) {
                        case Change.AllowInbound(RuleSpec rule) ->
                                firewall.map(each -> outcome(each.add(rule), rule))
                                        .orElseGet(Changes::notHere);
                        case Change.RunRelay(RelaySpec relay) -> relays.open(relay);
                        case Change.MapPorts(PortMapping mapping) -> leases.map(mapping);
                    };
            if (!outcome.good()) {
                journal.remove(change);
            }
            return outcome;
        } catch (IOException e) {
            return new Outcome.Failed(
                    Sentence.of("path.journal.failed", String.valueOf(e.getMessage())));
        }
    }

    /** Takes the change back. What could not be taken back stays in the journal. */
    Outcome undo(Change change) {
        Outcome outcome =
                switch (change) {
                    case Change.AllowInbound(RuleSpec rule) ->
                            firewall.map(each -> outcome(each.remove(rule), rule))
                                    .orElseGet(Changes::notHere);
                    case Change.RunRelay(RelaySpec relay) -> relays.close(relay);
                    case Change.MapPorts(PortMapping mapping) -> leases.unmap(mapping);
                };
        if (outcome.good()) {
            try {
                journal.remove(change);
            } catch (IOException e) {
                return new Outcome.Failed(
                        Sentence.of("path.journal.failed", String.valueOf(e.getMessage())));
            }
        }
        return outcome;
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
    Standing standing(List<Change> inPlace) {
        return new Standing(
                inPlace,
                each(inPlace, Change.RunRelay.class)
                        .flatMap(relay -> relays.snapshot(relay.relay()).stream())
                        .findFirst(),
                each(inPlace, Change.MapPorts.class)
                        .flatMap(mapping -> leases.standing(mapping.mapping()).stream())
                        .findFirst());
    }

    private static <C extends Change> Stream<C> each(List<Change> changes, Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Outcome notHere() {
        return new Outcome.NotHere(Sentence.of("path.firewall.notHere"));
    }

    private static Outcome outcome(RuleOutcome outcome, RuleSpec rule) {
        return switch (outcome) {
            case RuleOutcome.AlreadySo so -> new Outcome.AlreadySo();
            case RuleOutcome.Declined declined ->
                    new Outcome.Declined(declined.sentence(rule.name()));
            default ->
                    outcome.asWanted()
                            ? new Outcome.Done()
                            : new Outcome.Failed(outcome.sentence(rule.name()));
        };
    }

    @Override
    public void close() {
        relays.close();
        leases.close();
    }
}
