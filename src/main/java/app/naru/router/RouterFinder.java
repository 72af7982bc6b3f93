package app.naru.router;

/** Looks for the router from where this PC stands now. */
@FunctionalInterface
public interface RouterFinder {

    /**
     * Returns the routers that answer, within seconds.
     *
     * @throws InterruptedException if it is cancelled
     */
    Found find() throws InterruptedException;
}
