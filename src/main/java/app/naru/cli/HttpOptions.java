package app.naru.cli;

import app.naru.forward.HttpNames;
import app.naru.forward.Target;
import app.naru.relay.http.HttpMode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether the relay speaks HTTP, and under which names it is asked. */
final class HttpOptions {

    @Option(names = "--http", descriptionKey = "naru.http")
    private boolean http;

    @Option(names = "--http-name", paramLabel = "NAME", descriptionKey = "naru.http-name")
    private Optional<HttpNames> named = Optional.empty();

    /** Returns the names that were given; empty where bytes are passed on as they are. */
    Optional<HttpNames> names() {
        return named.or(() -> http ? Optional.of(HttpNames.NONE) : Optional.empty());
    }

    /** Returns the mode for a relay to that server, asked under any address. */
    Optional<HttpMode> mode(Target server) {
        return names().map(given -> new HttpMode(server, given.names(), true));
    }
}
