package app.naru.path;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.internet.CheckService;
import app.naru.internet.Home;
import app.naru.internet.Origin;
import app.naru.internet.PhoneRequest;
import app.naru.internet.PublicAddresses;
import app.naru.internet.ServiceCheck;
import app.naru.relay.Recogniser;
import app.naru.relay.Relay;
import app.naru.relay.Visit;
import app.naru.server.SampleServer;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Should nobody close the check, its own door closes by itself. */
    private static final Duration STAND_IN_STAYS = Duration.ofMinutes(30);

    private final Forwards forwards;
    private final Forward forward;
    private final Forward checked;
    private final Relay relay;
    private final Link place;
    private final Optional<SampleServer> standIn;
    private final Function<Locale, String> page;
    private final PhoneRequest request = PhoneRequest.next();
    private final Set<InetSocketAddress> phones = ConcurrentHashMap.newKeySet();
    private final long before;

    /** How a check began. */
    public sealed interface Beginning {

        record Begun(OutsideCheck check) implements Beginning {}

        /** It makes no sense, or could not be made possible. */
        record Impossible(Sentence why) implements Beginning {}
    }

    private OutsideCheck(
            Forwards forwards,
            Forward forward,
            Forward checked,
            Relay relay,
            Link place,
            Optional<SampleServer> standIn,
            Function<Locale, String> page) {
        this.forwards = forwards;
        this.forward = forward;
        this.checked = checked;
        this.relay = relay;
        this.place = place;
        this.standIn = standIn;
        this.page = page;
        this.before = visits().mapToLong(Visit::id).max().orElse(0);
    }

    /**
     * Begins a check. Where the forward's own port can't show a page (UDP, a server that is not one
     * of the web, or one without a relay), another one is opened to the Internet for the check, by
     * the same changes as any; that may block while Windows asks the user.
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
        ForwardStatus status = forwards.status(forward);
        if (status.state() != ForwardStatus.State.OPEN) {
            return new Beginning.Impossible(Sentence.of("check.notOpen"));
        }
        if (canShowPage(forwards, forward)) {
            return begin(forwards, forward, forward, Optional.empty(), page, languages);
        }
        SampleServer server = SampleServer.start(0, visitor -> page.apply(languages.getFirst()));
        Forward standIn = standIn(forward, server.port());
        Beginning beginning =
                switch (forwards.open(standIn, step -> {})) {
                    case Opening.Opened opened ->
                            begin(forwards, forward, standIn, Optional.of(server), page, languages);
                    case Opening.NotOpened notOpened -> new Beginning.Impossible(notOpened.why());
                };
        if (beginning instanceof Beginning.Impossible) {
            forwards.close(standIn.id(), step -> {});
            server.close();
        }
        return beginning;
    }

    /** Whether a check of that forward takes a port of its own, which is opened for it. */
    public static boolean takesAnotherPort(Forwards forwards, Forward forward) {
        return !canShowPage(forwards, forward);
    }

    private static boolean canShowPage(Forwards forwards, Forward forward) {
        return Link.isWeb(forward) && forwards.relay(forward.id()).isPresent();
    }

    private static Beginning begin(
            Forwards forwards,
            Forward forward,
            Forward checked,
            Optional<SampleServer> standIn,
            Function<Locale, String> page,
            List<Locale> languages) {
        ForwardStatus status = forwards.status(checked);
        Optional<Link> link =
                status.links().stream()
                        .filter(each -> each.reach() == Link.Reach.INTERNET)
                        .findFirst();
        Optional<Relay> relay = forwards.relay(checked.id());
        if (link.isEmpty() || relay.isEmpty()) {
            return new Beginning.Impossible(obstacle(status));
        }
        OutsideCheck check =
                new OutsideCheck(
                        forwards, forward, checked, relay.get(), link.get(), standIn, page);
        relay.get().recognise(Optional.of(check.new Phone(languages)));
        return new Beginning.Begun(check);
    }

    /** Says what keeps it from having a link: the outermost hop that does. */
    private static Sentence obstacle(ForwardStatus status) {
        return status.hops().reversed().stream()
                .filter(hop -> hop.state() != HopView.State.OPEN)
                .findFirst()
                .map(HopView::sentence)
                .orElse(Sentence.of("internet.nobody"));
    }

    private static Forward standIn(Forward forward, Port server) {
        Port port = forward.protocol() == Protocol.UDP ? forward.ports().first() : server;
        return new Forward(
                Forward.newId(),
                new ForwardName("Naru check"),
                Protocol.TCP,
                PortRange.of(port.number()),
                forward.listen(),
                new Target.ThisPc(server),
                new Audience.Internet(),
                new Lifetime.For(STAND_IN_STAYS),
                forward.profiles(),
                "");
    }

    /** Recognises the phone. */
    private final class Phone implements Recogniser {

        private final List<Locale> languages;

        Phone(List<Locale> languages) {
            this.languages = languages;
        }

        @Override
        public byte[] opening() {
            return request.opening();
        }

        @Override
        public byte[] answer(InetSocketAddress client, String head) {
            phones.add(client);
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
        if (standIn.isEmpty()) {
            return Optional.empty();
        }
        String key =
                forward.protocol() == Protocol.UDP ? "check.limits.udp" : "check.limits.standIn";
        return Optional.of(Sentence.of(key, place.port(), forward.ports()));
    }

    /** Returns who has come since the check began, this PC itself aside; the first is first. */
    public List<Arrival> arrivals() {
        return since(before).toList();
    }

    private Stream<Arrival> since(long id) {
        Situation situation = forwards.situation();
        Home home = home(situation);
        List<HopKind> hops = hops();
        return visits().filter(visit -> visit.id() > id)
                .map(visit -> arrival(visit, home, hops))
                .filter(arrival -> arrival.origin() != Origin.THIS_PC);
    }

    private Stream<Visit> visits() {
        return Stream.concat(relay.visits().stream(), relay.recent().stream())
                .sorted(Comparator.comparingLong(Visit::id));
    }

    private Arrival arrival(Visit visit, Home home, List<HopKind> hops) {
        InetAddress from = visit.client().getAddress();
        boolean refused =
                visit.end().filter(end -> end.reason() == Visit.Reason.NOT_REACHED).isPresent();
        return new Arrival(
                from, Origin.of(from, home), phones.contains(visit.client()), refused, hops);
    }

    /** The relay is the last hop that a visitor is seen at. */
    private List<HopKind> hops() {
        return forwards.status(checked).hops().reversed().stream()
                .map(HopView::hop)
                .takeWhile(hop -> hop.compareTo(HopKind.RELAY) >= 0)
                .toList();
    }

    private Home home(Situation situation) {
        Optional<Network> network = situation.network().known();
        return Home.of(
                network.stream().flatMap(Network::addresses).distinct().toList(),
                network.map(Network::interfaces).orElse(List.of()).stream()
                        .filter(NetInterface::reachesDevices)
                        .flatMap(each -> each.addresses().stream())
                        .map(NetInterface.Assigned::subnet)
                        .distinct()
                        .toList(),
                network.map(Network::gateways).orElse(List.of()).stream()
                        .map(Gateway::address)
                        .distinct()
                        .toList(),
                Stream.concat(
                                Stream.of(place.address()),
                                situation.outside().known().stream().flatMap(PublicAddresses::all))
                        .distinct()
                        .toList());
    }

    /**
     * Asks services to connect, one after the other until somebody arrives.
     *
     * @param asking is told the host that is asked
     * @throws InterruptedException if it is cancelled
     */
    public ServiceCheck.Result ask(List<CheckService> services, Consumer<String> asking)
            throws InterruptedException {
        long last = visits().mapToLong(Visit::id).max().orElse(0);
        return new ServiceCheck(services)
                .ask(place.address(), place.port(), () -> visitor(last), asking);
    }

    private Optional<ServiceCheck.Visitor> visitor(long after) {
        return since(after)
                .filter(arrival -> arrival.origin().throughRouter() && !arrival.byPhone())
                .findFirst()
                .map(arrival -> new ServiceCheck.Visitor(arrival.visitor(), arrival.refused()));
    }

    /** Waits no more; what was opened for the check is closed. */
    @Override
    public void close() {
        relay.recognise(Optional.empty());
        if (standIn.isPresent()) {
            forwards.close(checked.id(), step -> {});
            standIn.get().close();
        }
    }
}
