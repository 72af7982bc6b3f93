package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The forwards that the user keeps: what the settings hold, opened and closed. */
public final class SavedForwards {

    private final Settings settings;
    private final Forwards forwards;
    private final Clock clock;

    /** The ids of those that were on, but that this PC was not ready for. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    public SavedForwards(Settings settings, Forwards forwards, Clock clock) {
        this.settings = settings;
        this.forwards = forwards;
        this.clock = clock;
        forwards.watchExpiry(this::switchedOff);
    }

    /**
     * Calls back, on the thread that made the change, whenever other forwards are kept, or one of
     * them stands otherwise than before.
     */
    public void watch(Runnable watcher) {
        settings.watchForwards(watcher);
        forwards.watch(watcher);
    }

    /** Returns every forward that is kept, oldest first, with how it stands. */
    public List<ForwardStatus> list() {
        return settings.forwards().stream().map(saved -> forwards.status(saved.forward())).toList();
    }

    /**
     * Opens the forward and keeps it, in the place of the one with the same id; one that could not
     * be opened is kept switched off if it was kept before.
     *
     * @throws InvalidInput if another forward has its name
     * @throws IOException if the settings could not be written
     */
    public Opening open(Forward forward, Consumer<Step> progress) throws IOException {
        return open(forward, List.of(), progress);
    }

    /**
     * Opens the forward like {@link #open(Forward, Consumer)}.
     *
     * @param agreed what the user agreed to of what the plan offers
     */
    public Opening open(
            Forward forward, Collection<? extends Change> agreed, Consumer<Step> progress)
            throws IOException {
        checkName(forward);
        waiting.remove(forward.id());
        Optional<Instant> until = forward.lifetime().end(clock.instant());
        Opening opening = forwards.open(forward, until, agreed, progress);
        if (opening instanceof Opening.Opened) {
            settings.put(new SavedForward(forward, true, until));
        } else if (find(forward.id()).isPresent()) {
            settings.put(new SavedForward(forward, false, Optional.empty()));
        }
        return opening;
    }

    private void checkName(Forward forward) {
        boolean taken =
                settings.forwards().stream()
                        .map(SavedForward::forward)
                        .anyMatch(other ->
                                !other.id().equals(forward.id())
                                        && other.name()
                                                .text()
                                                .equalsIgnoreCase(forward.name().text()));
        if (taken) {
            throw new InvalidInput("name.taken", forward.name());
        }
    }

    /**
     * Closes the forward and keeps it switched off.
     *
     * @return what could not be taken back and why; empty when all is closed
     */
    public List<Step> close(String id, Consumer<Step> progress) throws IOException {
        return switchOff(id, () -> forwards.close(id, progress));
    }

    /** Closes the forward like {@link #close}; those who are being served get that to its end. */
    public List<Step> seeOut(String id, Consumer<Step> progress) throws IOException {
        return switchOff(id, () -> forwards.seeOut(id, progress));
    }

    /** Whatever becomes of the one, the other is done: the next start must not open it again. */
    private List<Step> switchOff(String id, Supplier<List<Step>> closing) throws IOException {
        waiting.remove(id);
        List<Step> left;
        try {
            Optional<SavedForward> saved = find(id);
            if (saved.isPresent()) {
                settings.put(saved.get().off());
            }
        } finally {
            left = closing.get();
        }
        return left;
    }

    /**
     * Closes the forward and keeps it as it was before it was changed, switched off.
     *
     * @return what could not be taken back and why; empty when all is closed
     */
    public List<Step> closeAs(Forward before, Consumer<Step> progress) throws IOException {
        List<Step> left = close(before.id(), progress);
        settings.put(new SavedForward(before, false, Optional.empty()));
        return left;
    }

    /** Closes all of them, and takes back what else is left over. Returns what could not be. */
    public List<Step> closeAll(Consumer<Step> progress) throws IOException {
        List<Step> left = new ArrayList<>();
        for (SavedForward saved : settings.forwards()) {
            left.addAll(close(saved.forward().id(), progress));
        }
        if (left.isEmpty()) {
            left.addAll(forwards.closeLeftOver(progress));
        }
        return left;
    }

    /** Closes the forward and forgets it, unless something of it could not be taken back. */
    public List<Step> remove(String id, Consumer<Step> progress) throws IOException {
        List<Step> left = seeOut(id, progress);
        if (left.isEmpty()) {
            settings.remove(id);
        }
        return left;
    }

    /**
     * Opens what was open when Naru ended, and takes over its rules from the journal; what should
     * have closed meanwhile is switched off and what it left is taken back. What this PC is not
     * ready for yet, as before it is on a network, waits for {@link #openWaiting}.
     *
     * @param failed called with each forward that could not be opened again
     */
    public void restore(BiConsumer<Forward, Opening.NotOpened> failed) throws IOException {
        forwards.adopt();
        for (SavedForward saved : settings.forwards()) {
            if (saved.on()) {
                openAgain(saved, failed);
            }
        }
    }

    /** Whether there are forwards that wait for this PC to be ready for them. */
    public boolean anyWaiting() {
        return !waiting.isEmpty();
    }

    /**
     * Opens those of the waiting forwards that nothing stands in the way of any more.
     *
     * @param failed called with each forward that could not be opened all the same
     */
    public void openWaiting(BiConsumer<Forward, Opening.NotOpened> failed) throws IOException {
        for (SavedForward saved : settings.forwards()) {
            String id = saved.forward().id();
            if (waiting.contains(id) && forwards.plan(saved.forward()).obstacles().isEmpty()) {
                waiting.remove(id);
                openAgain(saved, failed);
            }
        }
    }

    private void openAgain(SavedForward saved, BiConsumer<Forward, Opening.NotOpened> failed)
            throws IOException {
        Forward forward = saved.forward();
        if (saved.until().map(until -> !until.isAfter(clock.instant())).orElse(false)) {
            settings.put(saved.off());
        } else if (forwards.open(forward, saved.until(), List.of(), step -> {})
                instanceof Opening.NotOpened notOpened) {
            if (!forwards.plan(forward).obstacles().isEmpty()) {
                waiting.add(forward.id());
            }
            failed.accept(forward, notOpened);
        }
    }

    private void switchedOff(Forward forward) {
        find(forward.id())
                .ifPresent(saved -> {
                    try {
                        settings.put(saved.off());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private Optional<SavedForward> find(String id) {
        return settings.forwards().stream()
                .filter(saved -> saved.forward().id().equals(id))
                .findFirst();
    }
}
