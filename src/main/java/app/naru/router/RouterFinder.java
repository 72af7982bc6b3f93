package app.naru.router;

/** Looks for the router from where this PC stands now. */
@FunctionalInterface
public interface RouterFinder {

    /**
     * Returns the routers that answer, within seconds.
     *
     * @throws InterruptedException if it is cancelled
     */
    Found find(SearchProgress progress) throws InterruptedException;

    /** Looks like {@link #find(SearchProgress)} and tells nobody how it gets on. */
    default Found find() throws InterruptedException {
        return find(SearchProgress.none());
    }
}
