package app.naru.ui.main;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Asks the JavaFX thread again and again whether it is there. Where an answer is late, tells apart
 * whether it worked all that time, waited in Naru's code, or was not let run by a busy machine,
 * which is nobody's fault.
 */
final class Watchdog implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(5);

    private final Duration limit;
    private final long toolkitThread;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Duration> answers = Collections.synchronizedList(new ArrayList<>());
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::watch, "watchdog");
    private volatile boolean over;

    /**
     * Begins to watch.
     *
     * @param limit the longest that the JavaFX thread may be kept from answering
     */
    Watchdog(Duration limit) {
        this.limit = limit;
        this.toolkitThread = Fx.get(() -> Thread.currentThread().threadId());
        thread.start();
    }

    private void watch() {
        while (!over) {
            ask();
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }

    private void ask() {
        CountDownLatch answered = new CountDownLatch(1);
        long cpu = threads.getThreadCpuTime(toolkitThread);
        long begun = System.nanoTime();
        Platform.runLater(answered::countDown);
        try {
            if (!answered.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                noteIfWaiting(threads.getThreadInfo(toolkitThread, 60));
                answered.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        answers.add(Duration.ofNanos(System.nanoTime() - begun));
        Duration worked = Duration.ofNanos(threads.getThreadCpuTime(toolkitThread) - cpu);
        if (worked.compareTo(limit) > 0) {
            faults.add("worked for " + worked.toMillis() + " ms");
        }
    }

    private void noteIfWaiting(ThreadInfo toolkit) {
        boolean ours =
                Arrays.stream(toolkit.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("app.naru."));
        if (ours && toolkit.getThreadState() != Thread.State.RUNNABLE) {
            faults.add("waited in " + toolkit);
        }
    }

    /** Returns how the JavaFX thread was kept from answering for longer than the limit. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Returns that part of the times of answering, as the longest of the best {@code share}. */
    Duration within(double share) {
        List<Duration> sorted = answers.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    int asked() {
        return answers.size();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
