package app.naru.relay;

/**
 * How often to try again at once where something was to be had. Follows what there was the last
 * time, so that where pieces come one by one none is asked for in vain, a system call each.
 */
final class Burst {

    /** Then others have their turn. */
    private static final int MOST = 64;

    private int size = 1;

    int size() {
        return size;
    }

    /**
     * @param count how many there were, at most {@link #size}
     */
    void took(int count) {
        size = count == size ? Math.min(MOST, 2 * size) : Math.max(1, count);
    }
}
