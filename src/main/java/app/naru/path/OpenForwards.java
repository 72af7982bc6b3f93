package app.naru.path;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The forwards that are open, by their ids. Whoever watches is told of every change. */
final class OpenForwards {

    private final Map<String, OpenForward> byId = new TreeMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Calls back, on the thread that made the change, whenever something has changed. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void put(OpenForward forward) {
        synchronized (byId) {
            byId.put(forward.forward().id(), forward);
        }
        tellWatchers();
    }

    void forget(String id) {
        synchronized (byId) {
            byId.remove(id);
        }
        tellWatchers();
    }

    /** Tells of a change that is none of the forwards themselves. */
    void tellWatchers() {
        watchers.forEach(Runnable::run);
    }

    Optional<OpenForward> find(String id) {
        synchronized (byId) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    /** Returns them as they are now, in the order of their ids. */
    List<OpenForward> snapshot() {
        synchronized (byId) {
            return List.copyOf(byId.values());
        }
    }
}
