package app.naru.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that waits for many channels and serves whichever is ready. Everything that belongs to a
 * channel is touched on this thread alone, so none of it is locked.
 */
final class SelectorLoop implements AutoCloseable {

    /**
     * Large enough that the system calls' own cost vanishes, small enough for the second-level
     * cache of today's processors.
     */
    static final int BUFFER_BYTES = 512 * 1024;

    /**
     * Copying out of a socket takes twice as long where the destination is not aligned, and a
     * direct buffer of Java's begins 16 bytes behind a page.
     */
    private static final int PAGE_BYTES = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(SelectorLoop.class);
    private static final String BUG = "The relay met an error in its own code";

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Timers timers = new Timers();
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(BUFFER_BYTES + PAGE_BYTES).alignedSlice(PAGE_BYTES);
    private final ParkingLot parking = new ParkingLot(BUFFER_BYTES);
    private final Queue<SelectableChannel> doomed = new ArrayDeque<>();
    private final AtomicInteger load = new AtomicInteger();
    private volatile boolean asleep;
    private volatile boolean closed;
    private long now = System.nanoTime();
    private boolean nowIsStale;
    private int served;
    private int servedBefore;

    SelectorLoop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    SelectorLoop start() {
        thread.start();
        return this;
    }

    /** Does it on the loop's thread, soon; in the order of the calls. */
    void execute(Runnable task) {
        tasks.add(task);
        if (asleep) {
            selector.wakeup();
        }
    }

    /** Does it on the loop's thread and returns when it is done. */
    void perform(Runnable task) {
        if (Thread.currentThread() == thread) {
            task.run();
        } else if (closed) {
            throw new IllegalStateException(thread.getName() + " has ended");
        } else {
            CompletableFuture.runAsync(task, this::execute).join();
        }
    }

    /** Does it after that time, give or take a millisecond. Called on the loop's thread. */
    Timers.Timer after(Duration delay, Runnable task) {
        return timers.at(now() + delay.toNanos(), task);
    }

    /** Waits for the channel from now on. Called on the loop's thread. */
    SelectionKey register(SelectableChannel channel, int operations, Ready ready)
            throws IOException {
        return channel.register(selector, operations, ready);
    }

    /**
     * Closes a channel that this loop waits for, in its next turn: once a key is forgotten, closing
     * takes one system call instead of three. Called on the loop's thread.
     */
    void close(SelectionKey key) {
        key.cancel();
        doomed.add(key.channel());
    }

    /**
     * Lets go of the channels that were closed: a registered channel's port stays taken until its
     * selector has noticed. Called on the loop's thread.
     */
    void forgetClosed() {
        try {
            select(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the loop's one buffer, empty; its content is lost with the next call. */
    ByteBuffer buffer() {
        return buffer.clear().limit(parking.biteBytes());
    }

    /**
     * Returns the same buffer, empty, whatever is parked: a datagram is read whole or not at all.
     */
    ByteBuffer wholeBuffer() {
        return buffer.clear();
    }

    ParkingLot parking() {
        return parking;
    }

    /** Returns {@link System#nanoTime} as it was when this turn of the loop began. */
    long now() {
        if (nowIsStale) {
            nowIsStale = false;
            now = System.nanoTime();
        }
        return now;
    }

    /** Whether there was no more than one channel to serve in the turn before this. */
    boolean isHardlyBusy() {
        return servedBefore <= 1;
    }

    /** Returns how many connections were given to this loop and still are there. */
    int load() {
        return load.get();
    }

    void loadBy(int connections) {
        load.addAndGet(connections);
    }

    /** Ends the thread; what is still registered is closed with the selector's keys. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (selector) {
            while (!closed) {
                turn();
            }
            for (SelectionKey key : List.copyOf(selector.keys())) {
                ((Ready) key.attachment()).abort();
            }
        } catch (IOException | ClosedSelectorException e) {
            throw new IllegalStateException("the relay's selector failed", e);
        } finally {
            closeDoomed(doomed.size());
        }
    }

    private void turn() throws IOException {
        long wait = timers.isEmpty() ? -1 : timers.untilNext(now());
        asleep = true;
        boolean busy = !tasks.isEmpty() || !doomed.isEmpty();
        select(busy ? 0 : wait);
        asleep = false;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
        if (!timers.isEmpty()) {
            guarded(() -> timers.fire(now()));
        }
    }

    /**
     * @param wait nanoseconds; negative for as long as it takes
     */
    private void select(long wait) throws IOException {
        nowIsStale = true;
        // What dispatching dooms is forgotten by the next select only.
        int forgotten = doomed.size();
        if (wait == 0) {
            selector.selectNow(this::dispatch);
        } else {
            long millis = TimeUnit.NANOSECONDS.toMillis(wait + 999_999);
            selector.select(this::dispatch, wait < 0 ? 0 : millis);
        }
        servedBefore = served;
        served = 0;
        closeDoomed(forgotten);
    }

    private void closeDoomed(int count) {
        for (int i = 0; i < count; i++) {
            try {
                doomed.remove().close();
            } catch (IOException e) {
                LOG.debug("Closing a connection failed", e);
            }
        }
    }

    private void dispatch(SelectionKey key) {
        served++;
        if (key.isValid()) {
            Ready ready = (Ready) key.attachment();
            try {
                ready.ready(key);
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error(BUG, e);
                ready.abort();
            }
        }
    }

    /** One connection's trouble must not end the others: the loop's thread lives on. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error(BUG, e);
        }
    }
}
