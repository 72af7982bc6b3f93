package app.naru.relay;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where to connect, and which of the places answered last. */
final class Targets {

    /**
     * One of the places.
     *
     * @param literal its address, or empty where the host is a name that has to be looked up
     */
    record Candidate(Endpoint endpoint, int index, Optional<InetAddress> literal) {}

    private final List<Candidate> candidates;
    private volatile int winner;

    /**
     * @param ports how many ports from each endpoint's on may be connected to
     * @throws IllegalArgumentException if one of those ports can't be
     */
    Targets(List<Endpoint> endpoints, int ports) {
        List<Candidate> parsed = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.port().number() + ports - 1 > Port.MAX) {
                throw new IllegalArgumentException(ports + " ports from " + endpoint + " on");
            }
            parsed.add(new Candidate(endpoint, parsed.size(), literal(endpoint.host())));
        }
        candidates = List.copyOf(parsed);
    }

    int size() {
        return candidates.size();
    }

    /** Returns the nth to try: first the one that answered last, then the others in their order. */
    Candidate toTry(int nth, int first) {
        if (nth == 0) {
            return candidates.get(first);
        }
        return candidates.get(nth <= first ? nth - 1 : nth);
    }

    /** Returns the index of the one that answered last; the first before any has. */
    int winner() {
        return winner;
    }

    /** The next connection tries this one first. */
    void answered(Candidate candidate) {
        if (winner != candidate.index) {
            winner = candidate.index;
        }
    }

    /**
     * Looks a name up, which may take seconds, and tells the loop's thread what was found: nothing
     * where the name has no address.
     */
    static void lookUp(Candidate name, SelectorLoop loop, Consumer<List<InetAddress>> then) {
        Thread.ofVirtual()
                .name("naru-relay-lookup")
                .start(() -> {
                    List<InetAddress> found = addressesOf(name.endpoint.host());
                    loop.execute(() -> then.accept(found));
                });
    }

    private static List<InetAddress> addressesOf(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(Address.parse(host));
        } catch (InvalidInput aName) {
            return Optional.empty();
        }
    }
}
