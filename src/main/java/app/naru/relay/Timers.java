package app.naru.relay;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What a loop has to do later. Used by that loop's thread only. */
final class Timers {

    /** Something to be done later, unless it is cancelled before. */
    static final class Timer {

        private final long deadline;
        private @Nullable Runnable action;

        private Timer(long deadline, Runnable action) {
            this.deadline = deadline;
            this.action = action;
        }

        /** It will not be done; does nothing if it has been. */
        void cancel() {
            action = null;
        }
    }

    private final PriorityQueue<Timer> queue =
            new PriorityQueue<>((a, b) -> Long.signum(a.deadline - b.deadline));

    /**
     * @param deadline of {@link System#nanoTime}
     */
    Timer at(long deadline, Runnable action) {
        Timer timer = new Timer(deadline, action);
        queue.add(timer);
        return timer;
    }

    /** Does what is due. */
    void fire(long now) {
        for (Timer head = queue.peek();
                head != null && (head.action == null || head.deadline - now <= 0);
                head = queue.peek()) {
            queue.remove();
            Runnable action = head.action;
            if (action != null) {
                head.cancel();
                action.run();
            }
        }
    }

    /** Whether nothing is to be done later. */
    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Returns the nanoseconds until something is due: 0 for now, -1 for never. */
    long untilNext(long now) {
        Timer head = queue.peek();
        while (head != null && head.action == null) {
            queue.remove();
            head = queue.peek();
        }
        return head == null ? -1 : Math.max(0, head.deadline - now);
    }
}
