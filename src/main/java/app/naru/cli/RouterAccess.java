package app.naru.cli;

import app.naru.path.KeptMappings;
import app.naru.path.RouterSearch;
import app.naru.router.Discovery;
import app.naru.router.Found;
import app.naru.router.Mapping;
import app.naru.router.SearchProgress;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * How commands reach the router.
 *
 * @param inUse what the forwards of all processes have had mapped
 */
public record RouterAccess(Search search, KeptMappings kept, InUse inUse) {

    /** Looks for the router. */
    @FunctionalInterface
    public interface Search {

        /**
         * @throws IOException if this PC's network can't be read
         * @throws InterruptedException if it is cancelled
         */
        Found find(Discovery.Patience patience, SearchProgress progress)
                throws IOException, InterruptedException;
    }

    /** Reads what forwards have had mapped. */
    @FunctionalInterface
    public interface InUse {

        /**
         * @throws IOException if the journals can't be read
         */
        List<Mapping> read() throws IOException;
    }

    /** Returns a search from where this PC is. */
    public static Search from(RouterSearch search) {
        return search::find;
    }

    /**
     * Looks for the router and shows a person how that gets on.
     *
     * @param forProgram whether a program reads the output
     */
    Found find(Discovery.Patience patience, Output output, boolean forProgram)
            throws IOException, InterruptedException {
        try (SearchLine line = new SearchLine(output, forProgram)) {
            return search.find(patience, line);
        }
    }

    /** Returns all that Naru on this PC has had mapped. */
    OwnMappings own() throws IOException {
        return new OwnMappings(Stream.concat(kept.all().stream(), inUse.read().stream()).toList());
    }
}
