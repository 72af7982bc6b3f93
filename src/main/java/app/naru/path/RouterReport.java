package app.naru.path;

import app.naru.internet.PublicAddresses;
import app.naru.internet.WayIn;
import app.naru.router.Found;
import app.naru.router.Outlook;
import app.naru.router.RouterAt;
import app.naru.survey.Network;
import app.naru.survey.Situation;
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

    /** This PC itself has the address that the Internet sees: no router has to do anything. */
    record NoneNeeded(WayIn why) implements RouterReport {}

    /** Nothing from the Internet arrives there, most likely. */
    record NoWayIn(WayIn why) implements RouterReport {}

    /** No router has answered. */
    record Silent() implements RouterReport {}

    /** Asks them for their address, and the Internet; blocks for seconds at most. */
    static RouterReport of(Found found, Situation situation) {
        WayIn told =
                WayIn.of(
                        RouterWords.of(found),
                        situation.outside().known().orElse(PublicAddresses.NONE),
                        situation.network().known().stream().flatMap(Network::addresses).toList());
        if (told.kind() == WayIn.Kind.DIRECT) {
            return new NoneNeeded(told);
        }
        if (found.best().isEmpty()) {
            return new Silent();
        }
        WayIn way = told.kind() == WayIn.Kind.UNCONFIRMED ? judged(told, found.outlook()) : told;
        return way.blocked()
                ? new NoWayIn(way)
                : new Willing(found.best().get().at(), way.router());
    }

    /** Asks the Internet itself where the situation does not hold yet what it sees. */
    private static WayIn judged(WayIn unconfirmed, Outlook outlook) {
        return unconfirmed
                .router()
                .flatMap(outlook::insteadOf)
                .map(unconfirmed::seenInstead)
                .orElse(unconfirmed);
    }
}
