package app.naru.path;

import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.path.ForwardStatus.State;
import app.naru.relay.Relay;
import app.naru.relay.Tally;
import app.naru.router.MappedPort;
import app.naru.router.RouterFinder;
import app.naru.router.SearchProgress;
import app.naru.server.ListenerReader;
import app.naru.settings.RelayLimits;
import app.naru.survey.Situation;
import app.naru.wsl.WslProgram;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The forwards that this process has open. Opening and closing block and come one at a time;
 * looking never waits for them.
 */
public final class Forwards implements AutoCloseable {

    private final Journal journal;
    private final RouterFinder router;
    private final Changes changes;
    private final Clock clock;
    private final OpenForwards open = new OpenForwards();
    private final Object oneAtATime = new Object();
    private final Closing closing;
    private final Opener opener;
    private final Expiry expiry;
    private volatile Situation situation;

    /**
     * @param journal this process's
     * @param firewall empty on a system that has no Windows Defender Firewall
     * @param listeners tells whose a taken port is
     * @param router looks for the router
     * @param wsl starts distributions; empty on a system that has no WSL
     * @param limits how many connections a relay that is opened now lets in
     * @param first the situation until the first survey has been made
     */
    public Forwards(
            Journal journal,
            Optional<WindowsFirewall> firewall,
            ListenerReader listeners,
            RouterFinder router,
            Optional<WslProgram> wsl,
            Supplier<RelayLimits> limits,
            Situation first,
            Clock clock) {
        this.journal = journal;
        this.router = router;
        this.changes =
                new Changes(
                        journal,
                        new Relays(listeners, limits, clock),
                        new Leases(journal, router, clock, open::tellWatchers),
                        new FirewallChanges(firewall),
                        new HeldDistros(wsl));
        this.closing = new Closing(oneAtATime, open, changes);
        this.expiry = new Expiry(clock, Expiry.LOOK, closing::expire);
        this.opener = new Opener(open, changes, closing, expiry);
        this.situation = first;
        this.clock = clock;
    }

    /**
     * Calls back, on the thread that made the change, whenever a forward's state, the situation or
     * what is left over changes.
     */
    public void watch(Runnable watcher) {
        open.watch(watcher);
    }

    /** Calls back when a forward was closed because its time was over. */
    public void watchExpiry(Consumer<Forward> watcher) {
        expiry.watch(watcher);
    }

    /** Returns what it would take to open the forward now. */
    public Plan plan(Forward forward) {
        return Plan.of(forward, situation);
    }

    /** Returns what it would take where the user has agreed to some of what is offered. */
    public Plan plan(Forward forward, Collection<? extends Change> agreed) {
        return Plan.of(forward, situation, agreed);
    }

    public Situation situation() {
        return situation;
    }

    /**
     * Looks for the router and asks it about its way in; within seconds.
     *
     * @throws InterruptedException if it is cancelled
     */
    public RouterReport lookAtRouter(SearchProgress progress) throws InterruptedException {
        return RouterReport.of(router.find(progress), situation);
    }

    /**
     * Opens the forward, its lifetime counted from now.
     *
     * @param progress called before and after each change
     */
    public Opening open(Forward forward, Consumer<Step> progress) {
        return open(forward, List.of(), progress);
    }

    /** Opens the forward, its lifetime counted from now, with what the user has agreed to. */
    public Opening open(
            Forward forward, Collection<? extends Change> agreed, Consumer<Step> progress) {
        return open(forward, forward.lifetime().end(clock.instant()), agreed, progress);
    }

    /**
     * Opens the forward until then, or takes back what was changed. An open forward with the same
     * id is closed first.
     *
     * @param agreed what the user agreed to of what the plan offers; it stays when the forward is
     *     closed
     */
    public Opening open(
            Forward forward,
            Optional<Instant> until,
            Collection<? extends Change> agreed,
            Consumer<Step> progress) {
        synchronized (oneAtATime) {
            return opener.open(() -> plan(forward, agreed), forward, until, progress)
                    .<Opening>map(notOpened -> notOpened)
                    .orElseGet(() -> new Opening.Opened(status(forward)));
        }
    }

    /**
     * Closes the forward of that id: takes back its changes, the last one first.
     *
     * @return what could not be taken back and why; empty when all is closed
     */
    public List<Step> close(String id, Consumer<Step> progress) {
        return closing.close(id, progress);
    }

    /**
     * Closes the forward like {@link #close}, but those who are being served when it closes get
     * what they came for, if that does not take too long: {@link ForwardStatus#farewell()} tells of
     * them meanwhile.
     */
    public List<Step> seeOut(String id, Consumer<Step> progress) {
        return closing.seeOut(id, progress);
    }

    /** Ends all connections through that forward: nobody is seen out any longer. */
    public void endVisits(String id) {
        relay(id).ifPresent(Relay::endAll);
    }

    /**
     * Returns what the journal holds that belongs to no open forward: what a crash left, or what
     * could not be taken back.
     */
    public List<Journal.Entry> leftOver() {
        List<Change> inUse =
                open.snapshot().stream().flatMap(each -> each.inPlace().stream()).toList();
        return journal.entries().stream()
                .filter(entry -> !entry.kept() && !inUse.contains(entry.change()))
                .toList();
    }

    /**
     * Makes a change that belongs to no forward. It stays until it is taken back.
     *
     * @param name what the change is called in the journal
     */
    public Outcome make(ForwardName name, FirewallChange change) {
        return make(name, List.of(change)).getFirst();
    }

    /**
     * Makes changes that belong to no forward, asked for together. They stay until they are taken
     * back.
     *
     * @param name what they are called in the journal
     * @return what came of each
     */
    public List<Outcome> make(ForwardName name, List<FirewallChange> together) {
        synchronized (oneAtATime) {
            List<Outcome> outcomes = changes.apply("", name, List.copyOf(together));
            for (int i = 0; i < together.size(); i++) {
                changes.forGood(together.get(i), outcomes.get(i));
            }
            return outcomes;
        }
    }

    /**
     * Returns what was changed for good, of this and of processes that have ended; oldest first.
     */
    public List<Journal.Entry> kept() throws IOException {
        adopt();
        return journal.entries().stream()
                .filter(Journal.Entry::kept)
                .sorted(Comparator.comparing(Journal.Entry::since))
                .toList();
    }

    /** Takes back what was changed for good. */
    public Outcome takeBack(Journal.Entry entry) {
        return takeBack(List.of(entry)).getFirst();
    }

    /**
     * Takes back what was changed for good together.
     *
     * @param entries changes of the firewall, at least one
     * @return what came of each
     */
    public List<Outcome> takeBack(List<Journal.Entry> entries) {
        synchronized (oneAtATime) {
            return changes.undo(entries.stream().map(Journal.Entry::change).toList());
        }
    }

    /** Strikes out a change that is not to be taken back: what it was about is gone. */
    void forget(Journal.Entry entry) {
        synchronized (oneAtATime) {
            changes.forget(entry.change());
        }
    }

    /**
     * Takes over what processes that have ended left in their journals; see {@link #leftOver()}.
     */
    public List<Journal.Entry> adopt() throws IOException {
        List<Journal.Entry> adopted = journal.adopt();
        if (!adopted.isEmpty()) {
            open.tellWatchers();
        }
        return adopted;
    }

    /** Takes back what is left over. Returns what could not be, with the reason. */
    public List<Step> closeLeftOver(Consumer<Step> progress) {
        synchronized (oneAtATime) {
            List<Step> left =
                    ToldChanges.undo(
                            changes,
                            leftOver().stream().map(Journal.Entry::change).toList(),
                            progress);
            open.tellWatchers();
            return left;
        }
    }

    /** Returns how the forward stands, open or not. */
    public ForwardStatus status(Forward wanted) {
        Optional<OpenForward> found = open.find(wanted.id());
        Forward forward = found.map(OpenForward::forward).orElse(wanted);
        Standing standing = standing(found);
        Situation now = situation;
        return new ForwardStatus(
                forward,
                found.map(OpenForward::state).orElse(State.CLOSED),
                found.flatMap(OpenForward::until),
                standing.traffic(),
                Hops.look(forward, now, standing),
                Link.of(forward, now, standing),
                found.flatMap(OpenForward::trouble),
                changes.farewell(standing.inPlace()));
    }

    /** Returns how far the forward is open here. */
    public Standing standing(Forward forward) {
        return standing(open.find(forward.id()));
    }

    private Standing standing(Optional<OpenForward> found) {
        boolean isOpen = found.filter(OpenForward::isOpen).isPresent();
        return changes.standing(isOpen, found.map(OpenForward::inPlace).orElse(List.of()));
    }

    /**
     * Makes a further change for an open forward, taken back when it is closed unless it is done
     * for good. Blocks while Windows asks the user.
     */
    public Outcome fix(Forward forward, Change change) {
        synchronized (oneAtATime) {
            Outcome outcome = changes.apply(forward, change);
            if (!outcome.good() || outcome instanceof Outcome.NotHere) {
                return outcome;
            }
            if (change.staysWhenClosed()) {
                changes.forGood(change, outcome);
            } else {
                open.find(forward.id()).ifPresent(found -> open.put(found.plus(change)));
            }
            return outcome;
        }
    }

    /** Takes back what {@link #fix} has made. */
    public Outcome takeBack(Forward forward, Change change) {
        synchronized (oneAtATime) {
            Outcome outcome = changes.undo(change);
            if (outcome.good()) {
                open.find(forward.id()).ifPresent(found -> open.put(found.minus(change)));
            }
            return outcome;
        }
    }

    /**
     * Returns the changes that are in place for the forward of that id; none while it is closed.
     */
    public List<Change> inPlace(String id) {
        return open.find(id).map(OpenForward::inPlace).orElse(List.of());
    }

    /** Whether an entry of a router's list is there for a forward that is open here. */
    public boolean keeps(MappedPort entry) {
        return open.snapshot().stream().anyMatch(each -> each.keeps(entry));
    }

    /** Returns the relay of the forward of that id; empty while it is closed or has none. */
    Optional<Relay> relay(String id) {
        return changes.relay(inPlace(id));
    }

    /** Returns who comes through the forward of that id; empty while no relay of it runs. */
    public Optional<GuestBook> guests(String id) {
        return relay(id).map(GuestBook::new);
    }

    /** Returns what the counters of the relays that run come to, all together. */
    public Tally traffic() {
        return changes.traffic();
    }

    /**
     * Returns the forwards that are open, and not on their way there or back; for those who ask
     * again and again, and only now and then for how one of them stands.
     */
    public List<Forward> opened() {
        return open.snapshot().stream()
                .filter(OpenForward::isOpen)
                .map(OpenForward::forward)
                .toList();
    }

    /** Returns the forwards that are open here. */
    public List<ForwardStatus> open() {
        return open.snapshot().stream().map(each -> status(each.forward())).toList();
    }

    /**
     * Lets open forwards follow this PC: a changed address of WSL is connected to from now on, a
     * changed address of this PC is listened on.
     */
    public void situation(Situation changed) {
        Situation before = situation;
        situation = changed;
        if (changed.network().known().isPresent()) {
            synchronized (oneAtATime) {
                open.snapshot().stream()
                        .filter(OpenForward::isOpen)
                        .forEach(each -> open.put(each.followed(plan(each.forward()), changes)));
            }
            if (before.network().known().isPresent()
                    && !before.network().equals(changed.network())) {
                changes.networkChanged();
            }
        }
        open.tellWatchers();
    }

    /**
     * Stops the relays and lets go of the journal. Rules stay, but for those of what is being
     * closed: {@link #close(String, Consumer)} removes them.
     */
    @Override
    public void close() throws IOException {
        expiry.close();
        closing.finish();
        changes.close();
        journal.close();
    }
}
