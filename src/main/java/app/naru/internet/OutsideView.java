package app.naru.internet;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the Internet sees, asked for only when somebody wants to know: nobody is contacted for a
 * forward that stays on this network. May be used from any thread.
 */
public final class OutsideView {

    /**
     * Within that time the same is told again instead of asking everyone once more, unless this PC
     * stands elsewhere by then.
     */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Supplier<Optional<Contacts>> contacts;
    private final Supplier<Standpoint> standpoint;
    private final Clock clock;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean wanted;
    private @Nullable Told last;

    private record Told(PublicAddresses addresses, Instant at, Standpoint from) {

        boolean holds(Instant now, Standpoint here) {
            return from.equals(here) && !now.isAfter(at.plus(FRESH));
        }
    }

    /** What can be said of the public address. */
    public sealed interface View {

        /** The user allows nobody to be contacted. */
        record SwitchedOff() implements View {}

        /** Whom to ask is not set as it has to be. */
        record Unusable(Sentence why) implements View {}

        /** Nothing needs it yet. */
        record NotWanted() implements View {}

        /** That is what was told. */
        record Looked(PublicAddresses told) implements View {}

        /** Returns the addresses that were told; none where nobody was asked. */
        default PublicAddresses addresses() {
            return this instanceof Looked(PublicAddresses told) ? told : PublicAddresses.NONE;
        }
    }

    /**
     * @param contacts whom to ask, as it is set at the time; empty where that is switched off.
     *     Throws {@link InvalidInput} where the settings were tampered with
     * @param standpoint where this PC stands now
     */
    public OutsideView(
            Supplier<Optional<Contacts>> contacts, Supplier<Standpoint> standpoint, Clock clock) {
        this.contacts = contacts;
        this.standpoint = standpoint;
        this.clock = clock;
    }

    /** From now on {@link #look} asks: a forward is for the Internet, or the user wants to know. */
    public void want() {
        boolean first = !wanted;
        wanted = true;
        if (first) {
            watchers.forEach(Runnable::run);
        }
    }

    /** Whether {@link #look} asks. */
    public boolean isWanted() {
        return wanted;
    }

    /** Calls back, on any thread, when it is wanted for the first time. */
    public void whenWanted(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Forgets what was told, so that it is asked for anew. */
    public synchronized void forget() {
        last = null;
    }

    /**
     * Returns what the Internet sees; asks, if that is wanted, allowed and not just done.
     *
     * @throws InterruptedException if it is cancelled
     */
    public View look() throws InterruptedException {
        return wanted ? ask(answer -> {}) : new View.NotWanted();
    }

    /**
     * Returns what the Internet sees; asks, if that is allowed and not just done.
     *
     * @param progress is told each answer as it comes, on a thread of its own
     * @throws InterruptedException if it is cancelled
     */
    public synchronized View ask(Consumer<SourceAnswer> progress) throws InterruptedException {
        Optional<Contacts> whom;
        try {
            whom = contacts.get();
        } catch (InvalidInput unusable) {
            return new View.Unusable(unusable.sentence());
        }
        if (whom.isEmpty()) {
            return new View.SwitchedOff();
        }
        Instant now = clock.instant();
        Told told = last;
        Standpoint here = standpoint.get();
        if (told == null || !told.holds(now, here)) {
            AddressQuery query = new AddressQuery(whom.get(), here.besideOtherWays());
            told = new Told(query.ask(progress), now, here);
            last = told;
        }
        return new View.Looked(told.addresses());
    }
}
