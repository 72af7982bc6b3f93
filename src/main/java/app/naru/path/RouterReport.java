package app.naru.path;

import app.naru.forward.AddressKind;
import app.naru.router.Answer;
import app.naru.router.ExternalAddress;
import app.naru.router.Found;
import app.naru.router.Refusal;
import app.naru.router.Router;
import app.naru.router.RouterAt;
import java.net.InetAddress;
import java.util.Optional;

/** What the router says before anything is asked of it. */
public sealed interface RouterReport {

    /**
     * It opens ports for programs, and nothing speaks against visitors getting as far as it.
     *
     * @param address its own on the far side; empty where it does not tell
     */
    record Willing(RouterAt at, Optional<InetAddress> address) implements RouterReport {}

    /** Nothing from the Internet arrives there. */
    record NoWayIn(Refusal why) implements RouterReport {}

    /** No router has answered. */
    record Silent() implements RouterReport {}

    /** Asks the best of them for its address; blocks for seconds at most. */
    static RouterReport of(Found found) {
        return found.best().map(RouterReport::of).orElseGet(Silent::new);
    }

    private static RouterReport of(Router router) {
        return switch (router.externalAddress()) {
            case Answer.Got<ExternalAddress>(ExternalAddress address) ->
                    address.kind() == AddressKind.PUBLIC
                            ? new Willing(router.at(), address.address())
                            : new NoWayIn(Refusal.of(address, router.at()));
            case Answer.Refused<ExternalAddress>(Refusal why) ->
                    why.noWayIn() ? new NoWayIn(why) : new Willing(router.at(), Optional.empty());
        };
    }
}
