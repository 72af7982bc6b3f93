package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.internet.Origin;
import app.naru.internet.ServiceCheck;
import app.naru.internet.ServiceCheck.Result;
import app.naru.path.Forwards;
import app.naru.path.Link;
import app.naru.path.OutsideCheck;
import app.naru.path.Visitors;
import app.naru.relay.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits that the relays of this process see arrive. What checking services say is not believed.
 */
public final class WatchedVisits implements VisitProof {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedVisits.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Above these, providers block nothing: another port would tell nothing new. */
    private static final int FIRST_HIGH = 1024;

    private final Forwards forwards;
    private final Supplier<Optional<ServiceCheck>> services;

    /**
     * @param services asks whom the user has agreed to; empty for nobody
     */
    public WatchedVisits(Forwards forwards, Supplier<Optional<ServiceCheck>> services) {
        this.forwards = forwards;
        this.services = services;
    }

    /** Where visitors from the Internet knock. */
    private record Place(InetAddress address, Port port) {}

    @Override
    public Optional<OutsideSight> fromOutside(Case it, Consumer<Sentence> doing)
            throws InterruptedException {
        Optional<ServiceCheck> asked = services.get();
        Optional<Place> place = place(it);
        Optional<Visitors> visitors = place.flatMap(each -> visitors(it, each));
        if (asked.isEmpty() || visitors.isEmpty()) {
            return Optional.empty();
        }
        Result result =
                asked.get()
                        .ask(
                                place.get().address(),
                                place.get().port(),
                                () -> throughRouter(visitors.get()),
                                asking(doing));
        return switch (result) {
            case Result.Arrived(ServiceCheck.Visitor visitor) ->
                    Optional.of(
                            new OutsideSight(
                                    !visitor.refused(),
                                    Optional.of(true),
                                    Optional.empty(),
                                    Optional.of(fromInside(place.get()))));
            case Result.NeverArrived never ->
                    Optional.of(
                            new OutsideSight(
                                    false,
                                    Optional.of(false),
                                    atHighPort(it.forward(), place.get(), asked.get(), doing),
                                    Optional.empty()));
            case Result.Unavailable nobody -> Optional.empty();
        };
    }

    private static Consumer<String> asking(Consumer<Sentence> doing) {
        return host -> doing.accept(Sentence.of("check.service.asking", host));
    }

    /** Where no router answers, it may have been set by hand: by the same port, then. */
    private Optional<Place> place(Case it) {
        if (!it.forInternet() || it.forward().protocol() != Protocol.TCP) {
            return Optional.empty();
        }
        return forwards.status(it.forward()).links().stream()
                .filter(link -> link.reach() == Link.Reach.INTERNET)
                .map(link -> new Place(link.address(), link.port()))
                .findFirst()
                .or(() ->
                        it.situation()
                                .publicAddress()
                                .known()
                                .map(own -> new Place(own, it.forward().ports().first())));
    }

    private Optional<Visitors> visitors(Case it, Place place) {
        return Visitors.of(forwards, it.forward().id(), List.of(place.address()));
    }

    private static Optional<ServiceCheck.Visitor> throughRouter(Visitors visitors) {
        return visitors.all().stream()
                .filter(each -> each.origin().throughRouter())
                .findFirst()
                .map(each -> new ServiceCheck.Visitor(each.visitor(), each.refused()));
    }

    /** Many routers do not lead their own network back in. */
    private static boolean fromInside(Place place) {
        Endpoint there = new Endpoint(place.address().getHostAddress(), place.port());
        return Knock.at(there).good();
    }

    /** Opens a high port for a moment, as the check from outside does, and asks again. */
    private Optional<Boolean> atHighPort(
            Forward forward, Place place, ServiceCheck asked, Consumer<Sentence> doing)
            throws InterruptedException {
        if (place.port().number() >= FIRST_HIGH) {
            return Optional.empty();
        }
        try {
            OutsideCheck.Beginning beginning =
                    OutsideCheck.beginElsewhere(
                            forwards, forward, List.of(Locale.ENGLISH), language -> "");
            if (beginning instanceof OutsideCheck.Beginning.Begun(OutsideCheck check)) {
                try (check) {
                    return arrived(check.ask(asked, asking(doing)));
                }
            }
            return Optional.empty();
        } catch (IOException noPort) {
            LOG.warn("No high port could be opened for the check", noPort);
            return Optional.empty();
        }
    }

    private static Optional<Boolean> arrived(Result result) {
        return switch (result) {
            case Result.Arrived arrived -> Optional.of(true);
            case Result.NeverArrived never -> Optional.of(false);
            case Result.Unavailable nobody -> Optional.empty();
        };
    }

    @Override
    public Optional<Boolean> fromNetwork(Case it, Duration limit, Consumer<Sentence> doing)
            throws InterruptedException {
        Optional<Visitors> visitors = Visitors.of(forwards, it.forward().id(), List.of());
        if (visitors.isEmpty()) {
            return Optional.empty();
        }
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (visitors.get().all().stream().anyMatch(each -> each.origin() == Origin.NETWORK)) {
                return Optional.of(true);
            }
            doing.accept(
                    Sentence.of("check.device.waiting", Duration.ofNanos(left).toSeconds() + 1));
            Thread.sleep(LOOK_EVERY);
        }
        return Optional.of(false);
    }
}
