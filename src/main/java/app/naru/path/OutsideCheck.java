package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.internet.CheckService;
import app.naru.internet.PhoneRequest;
import app.naru.internet.ServiceCheck;
import app.naru.relay.Recogniser;
import app.naru.relay.Relay;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A check whether visitors from the Internet arrive at an open forward. What counts is only what
 * its relay sees arrive; a failing attempt from inside shows nothing, since many routers do not
 * lead their own network back in. While it is under way, the request of the phone's link is
 * answered by Naru.
 */
public final class OutsideCheck implements AutoCloseable {

    private final Forward forward;
    private final CheckDoor door;
    private final Relay relay;
    private final Link place;
    private final Arrivals arrivals;
    private final PhoneRequest request = PhoneRequest.next();
    private final long before;

    /** How a check began. */
    public sealed interface Beginning {

        record Begun(OutsideCheck check) implements Beginning {}

        /** It makes no sense, or could not be made possible. */
        record Impossible(Sentence why) implements Beginning {}
    }

    private OutsideCheck(Forwards forwards, Forward forward, CheckDoor door, Relay at, Link place) {
        this.forward = forward;
        this.door = door;
        this.relay = at;
        this.place = place;
        this.arrivals =
                new Arrivals(
                        () -> Stream.concat(at.visits().stream(), at.recent().stream()),
                        forwards::situation,
                        door::hops,
                        List.of(place.address()));
        this.before = arrivals.last();
    }

    /**
     * Begins a check. Where the forward's own port can't show a page, another one is opened to the
     * Internet for the check; that may block while Windows asks the user.
     *
     * @param page what the phone is shown, in that language
     * @param languages those that the page can be had in
     * @throws IOException if this PC has no port left
     */
    public static Beginning begin(
            Forwards forwards,
            Forward forward,
            List<Locale> languages,
            Function<Locale, String> page)
            throws IOException {
        if (forwards.status(forward).state() != ForwardStatus.State.OPEN) {
            return new Beginning.Impossible(Sentence.of("check.notOpen"));
        }
        return begin(
                forwards,
                forward,
                CheckDoor.of(forwards, forward, () -> page.apply(languages.getFirst())),
                languages,
                page);
    }

    /**
     * Begins a check at another, high port, which is opened to the Internet for it; that may block
     * while Windows asks the user.
     *
     * @throws IOException if this PC has no port left
     */
    public static Beginning beginElsewhere(
            Forwards forwards,
            Forward forward,
            List<Locale> languages,
            Function<Locale, String> page)
            throws IOException {
        return begin(
                forwards,
                forward,
                CheckDoor.another(forwards, forward, () -> page.apply(languages.getFirst())),
                languages,
                page);
    }

    private static Beginning begin(
            Forwards forwards,
            Forward forward,
            CheckDoor door,
            List<Locale> languages,
            Function<Locale, String> page) {
        Optional<Sentence> closed = door.open();
        Optional<Link> link = door.link();
        Optional<Relay> relay = door.relay();
        if (closed.isPresent() || link.isEmpty() || relay.isEmpty()) {
            Sentence why = closed.orElseGet(door::obstacle);
            door.close();
            return new Beginning.Impossible(why);
        }
        OutsideCheck check = new OutsideCheck(forwards, forward, door, relay.get(), link.get());
        relay.get().recognise(Optional.of(check.new Phone(languages, page)));
        return new Beginning.Begun(check);
    }

    /** Whether a check of that forward takes a port of its own, which is opened for it. */
    public static boolean takesAnotherPort(Forwards forwards, Forward forward) {
        return !CheckDoor.isOwn(forwards, forward);
    }

    /** Recognises the phone. */
    private final class Phone implements Recogniser {

        private final List<Locale> languages;
        private final Function<Locale, String> page;

        Phone(List<Locale> languages, Function<Locale, String> page) {
            this.languages = languages;
            this.page = page;
        }

        @Override
        public byte[] opening() {
            return request.opening();
        }

        @Override
        public byte[] answer(InetSocketAddress client, String head) {
            arrivals.byPhone(client);
            return PhoneRequest.response(page.apply(PhoneRequest.language(head, languages)));
        }
    }

    /** Returns the forward in question. */
    public Forward forward() {
        return forward;
    }

    /** Returns the link to open on a phone that is not on this network. */
    public URI link() {
        return request.at(place.address(), place.port());
    }

    /** Returns what the check shows, and what it does not; empty where it shows all there is. */
    public Optional<Sentence> limits() {
        return door.limits(place.port());
    }

    /** Returns who has come since the check began, this PC itself aside; the first is first. */
    public List<Arrival> arrivals() {
        return arrivals.since(before);
    }

    /**
     * Asks services to connect, one after the other until somebody arrives.
     *
     * @param asking is told the host that is asked
     * @throws InterruptedException if it is cancelled
     */
    public ServiceCheck.Result ask(List<CheckService> services, Consumer<String> asking)
            throws InterruptedException {
        return ask(new ServiceCheck(services), asking);
    }

    /** Asks like {@link #ask(List, Consumer)}, with limits of one's own. */
    public ServiceCheck.Result ask(ServiceCheck services, Consumer<String> asking)
            throws InterruptedException {
        long last = arrivals.last();
        return services.ask(place.address(), place.port(), () -> visitor(last), asking);
    }

    private Optional<ServiceCheck.Visitor> visitor(long after) {
        return arrivals.since(after).stream()
                .filter(arrival -> arrival.origin().throughRouter() && !arrival.byPhone())
                .findFirst()
                .map(arrival -> new ServiceCheck.Visitor(arrival.visitor(), arrival.refused()));
    }

    /** Waits no more; what was opened for the check is closed. */
    @Override
    public void close() {
        relay.recognise(Optional.empty());
        door.close();
    }
}
