package app.naru.relay;

import java.util.List;
import java.util.stream.IntStream;

/** The loops that share the work. All relays of this program use the same ones. */
final class Loops implements AutoCloseable {

    /** More do not help: one loop fills a gigabit network with a tenth of its time. */
    private static final int SHARED = 2;

    private static final class Shared {
        static final Loops LOOPS = new Loops("naru-relay", SHARED);
    }

    private final List<SelectorLoop> all;

    /** Starts that many daemon threads, {@code name-1} and so on. */
    Loops(String name, int count) {
        all =
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> new SelectorLoop(name + "-" + i).start())
                        .toList();
    }

    /** Returns the program's own, started with the first call. */
    static Loops shared() {
        return Shared.LOOPS;
    }

    List<SelectorLoop> all() {
        return all;
    }

    /** Returns the loop with the fewest connections; {@code preferred} where it has no more. */
    SelectorLoop leastLoaded(SelectorLoop preferred) {
        SelectorLoop least = preferred;
        for (SelectorLoop loop : all) {
            if (loop.load() < least.load()) {
                least = loop;
            }
        }
        return least;
    }

    /** Returns another loop; the same where there is only one. */
    SelectorLoop otherThan(SelectorLoop loop) {
        return all.get((all.indexOf(loop) + 1) % all.size());
    }

    @Override
    public void close() {
        all.forEach(SelectorLoop::close);
    }
}
