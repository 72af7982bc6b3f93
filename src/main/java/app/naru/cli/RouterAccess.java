package app.naru.cli;

import app.naru.path.RouterSearch;
import app.naru.router.Discovery;
import app.naru.router.Found;
import app.naru.router.SearchProgress;
import java.io.IOException;

/** How commands reach the router. */
public record RouterAccess(Search search, KeptMappings kept) {

    /** Looks for the router. */
    @FunctionalInterface
    public interface Search {

        /**
         * @throws IOException if this PC's network can't be read
         * @throws InterruptedException if it is cancelled
         */
        Found find(Discovery.Patience patience) throws IOException, InterruptedException;
    }

    /** Returns a search from where this PC is. */
    public static Search from(RouterSearch search) {
        return patience -> search.find(patience, SearchProgress.none());
    }
}
