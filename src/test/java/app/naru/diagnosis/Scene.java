package app.naru.diagnosis;

import app.naru.firewall.FakePolicy;
import app.naru.firewall.FirewallProduct;
import app.naru.firewall.NetworkId;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.internet.IpVersion;
import app.naru.internet.PublicAddresses;
import app.naru.internet.RouterWord;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.internet.WayIn;
import app.naru.path.Situations;
import app.naru.path.Standing;
import app.naru.relay.Endpoint;
import app.naru.relay.ForeignHosts;
import app.naru.relay.PortUnavailable.Reason;
import app.naru.relay.RelaySnapshot;
import app.naru.router.MappedPort;
import app.naru.server.Listener;
import app.naru.server.Speech;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.WslInside;
import app.naru.wsl.WslListener;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A case written down: a Windows PC at 192.168.0.7 whose Django on loopback is open to the network
 * and reached. Every method changes one thing.
 */
final class Scene {

    static final String OPENED =
            "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|Name=Naru - Django|";
    static final String ON_PRIVATE = OPENED + "Profile=Private|";
    static final String BLOCK = "v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|Name=No|";

    static final NetworkId NETWORK = new NetworkId("{0b7d5d4c-8a53-4c4f-9d0e-3f0a1b2c3d4e}");

    private Forward forward = Situations.forward("8000", "8000", "lan");
    private Stage stage = Stage.OPEN;
    private Optional<Sentence> trouble = Optional.empty();
    private Situation situation =
            Situations.windows(Situations.listener("127.0.0.1", 8000, "python.exe"));
    private Remembered remembered = Remembered.NOTHING;
    private final List<Reach> server = new ArrayList<>();
    private final List<Reach> front = new ArrayList<>();
    private Optional<Speech> speech = Optional.empty();
    private Optional<Door> door = Optional.empty();
    private Optional<PortProxy> portProxy = Optional.empty();
    private Optional<Boolean> hyperVRule = Optional.empty();
    private FakePolicy policy = new FakePolicy().rule(PolicyStore.LOCAL, "r1", OPENED);
    private Optional<RouterSight> router = Optional.empty();
    private Optional<OutsideSight> outside = Optional.empty();
    private Optional<Boolean> device = Optional.empty();
    private Standing standing = Standing.CLOSED;

    Scene() {
        server("127.0.0.1:8000", Reach.Result.ACCEPTED);
        front(Reach.Result.ACCEPTED);
    }

    /** The forward leads elsewhere, to other people. */
    Scene forward(String ports, String target, String audience) {
        forward = Situations.forward(ports, target, audience);
        return this;
    }

    Scene forward(String ports, String target, String audience, String listen) {
        forward = Situations.forward(ports, target, audience, listen);
        return this;
    }

    Scene inHttpMode() {
        forward = forward.inHttpMode(HttpNames.NONE);
        return this;
    }

    /** Windows knows the network of the cable, and takes it for a public one. */
    Scene publicNetwork() {
        NetInterface lan =
                new NetInterface(
                        3,
                        "Ethernet",
                        "Ethernet adapter",
                        NetInterface.Kind.ETHERNET,
                        List.of(new NetInterface.Assigned(Address.parse("192.168.0.7"), 24)),
                        Optional.of(NetworkProfile.PUBLIC),
                        Optional.of(NETWORK));
        return network(
                new Network(
                        List.of(lan), List.of(new Gateway(Address.parse("192.168.0.1"), 3, 25))));
    }

    Scene stage(Stage other) {
        stage = other;
        return this;
    }

    Scene trouble(Sentence what) {
        trouble = Optional.of(what);
        return this;
    }

    Scene situation(UnaryOperator<Situation> change) {
        situation = change.apply(situation);
        return this;
    }

    Scene listeners(Listener... all) {
        return situation(now -> now.withListeners(new Fact.Known<>(List.of(all))));
    }

    Scene network(Network network) {
        return situation(now -> now.withNetwork(new Fact.Known<>(network)));
    }

    Scene remembered(String lan, String wslAddress, String publicAddress) {
        remembered =
                new Remembered(address(lan), address(wslAddress), address(publicAddress), false);
        return this;
    }

    /** A visit from outside arrived the last time. */
    Scene visited() {
        remembered = new Remembered(Optional.empty(), Optional.empty(), Optional.empty(), true);
        return this;
    }

    private static Optional<java.net.InetAddress> address(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Address.parse(text));
    }

    /** Nobody answers, neither the server nor where others come to. */
    Scene silent() {
        server.clear();
        front.clear();
        return this;
    }

    Scene server(String endpoint, Reach.Result result) {
        Endpoint to = endpoint(endpoint);
        server.removeIf(each -> each.to().equals(to));
        server.add(new Reach(to, result));
        return this;
    }

    Scene noServer() {
        server.clear();
        return this;
    }

    Scene front(Reach.Result result) {
        front.clear();
        front.add(new Reach(endpoint("192.168.0.7:" + forward.ports().first()), result));
        return this;
    }

    private static Endpoint endpoint(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replaceAll("[\\[\\]]", "");
        return new Endpoint(host, Port.parse(text.substring(colon + 1)));
    }

    Scene speech(Speech what) {
        speech = Optional.of(what);
        return this;
    }

    Scene door(String address, Reason reason, String holder, boolean onLoopback) {
        door =
                Optional.of(
                        new Door(
                                Address.parse(address),
                                forward.ports().first(),
                                reason,
                                holder.isEmpty() ? Optional.empty() : Optional.of(holder),
                                onLoopback,
                                Optional.empty(),
                                Optional.of(new Port(8001))));
        return this;
    }

    Scene door(Door other) {
        door = Optional.of(other);
        return this;
    }

    Scene portProxy(String listen, String connect) {
        portProxy =
                Optional.of(
                        new PortProxy(
                                List.of(
                                        PortProxyEntry.parse(
                                                PortProxyEntry.Family.V4TOV4, listen, connect)),
                                List.of()));
        return this;
    }

    /** The server is inside of WSL, which runs at 172.28.180.2. */
    Scene inWsl(NetworkingMode mode) {
        forward = Situations.forward("8000", "wsl:8000", "lan");
        return wsl(mode, true);
    }

    Scene wsl(NetworkingMode mode, boolean running) {
        return situation(now -> now.withWsl(Situations.wsl(mode, running, "172.28.180.2")));
    }

    Scene hyperVRule(boolean there) {
        hyperVRule = Optional.of(there);
        return this;
    }

    /** Who listens inside of WSL. */
    Scene inside(Listener... all) {
        List<WslListener> listeners =
                java.util.Arrays.stream(all)
                        .map(each -> new WslListener(Optional.of("Ubuntu"), each))
                        .toList();
        WslInside inside =
                new WslInside(
                        List.of("Ubuntu"),
                        listeners,
                        Optional.of(Address.parse("172.28.180.2")),
                        Optional.empty());
        return situation(
                now -> now.withWindows(now.windows().withWslInside(new Fact.Known<>(inside))));
    }

    Scene policy(UnaryOperator<FakePolicy> change) {
        policy = change.apply(new FakePolicy());
        return this;
    }

    Scene service(boolean runs) {
        Map<WindowsService, ServiceState> states =
                Map.of(WindowsService.FIREWALL, runs ? ServiceState.RUNNING : ServiceState.STOPPED);
        return situation(
                now -> now.withWindows(now.windows().withServices(new Fact.Known<>(states))));
    }

    Scene products(String... names) {
        List<FirewallProduct> products =
                java.util.Arrays.stream(names)
                        .map(name -> new FirewallProduct(name, Optional.of(true)))
                        .toList();
        return situation(now ->
                now.withWindows(now.windows().withOtherFirewalls(new Fact.Known<>(products))));
    }

    /** So many visitors were turned away since it was opened. */
    Scene turnedAway(long count) {
        return traffic(
                new RelaySnapshot(0, 5, count, 0, ForeignHosts.NONE, 1000, 1000, Optional.empty()));
    }

    /** Visitors asked for those hosts, which HTTP mode was not told of. */
    Scene askedFor(long requests, String... hosts) {
        return traffic(
                new RelaySnapshot(
                        0,
                        5,
                        0,
                        0,
                        new ForeignHosts(requests, List.of(hosts)),
                        1000,
                        1000,
                        Optional.empty()));
    }

    private Scene traffic(RelaySnapshot traffic) {
        standing = new Standing(true, List.of(), Optional.of(traffic), Optional.empty());
        return this;
    }

    Scene waited() {
        device = Optional.of(false);
        return this;
    }

    /** Open to the Internet, behind a router that sends it here. */
    Scene internet() {
        forward = Situations.forward("8000", "8000", "internet");
        return router(sight(way("198.51.100.9", "198.51.100.9")));
    }

    Scene publicAddress(String address) {
        return situation(now -> now.withOutside(new Fact.Known<>(seen(Address.parse(address)))));
    }

    Scene router(RouterSight sight) {
        router = Optional.of(sight);
        return this;
    }

    Scene outside(OutsideSight sight) {
        outside = Optional.of(sight);
        return this;
    }

    static OutsideSight visit(boolean arrived) {
        return new OutsideSight(arrived, Optional.of(arrived), Optional.empty(), Optional.empty());
    }

    static WayIn way(String router, String seen) {
        RouterWord word =
                router.isEmpty()
                        ? new RouterWord.HasNone()
                        : new RouterWord.Has(Address.parse(router));
        return WayIn.of(word, seen(Address.parse(seen)), List.of(Address.parse("192.168.0.7")));
    }

    /** A router that has Naru's mapping. */
    static RouterSight sight(WayIn way) {
        return new RouterSight(
                Optional.of("192.168.0.1"),
                "192.168.0.7",
                Optional.of(way),
                Optional.empty(),
                Optional.of(entry("192.168.0.7", "Naru Django")),
                true,
                true,
                false);
    }

    static MappedPort entry(String client, String description) {
        return new MappedPort(
                app.naru.forward.Protocol.TCP, 8000, client, 8000, description, 3600, true);
    }

    Case build() {
        Case bare =
                new Case(forward, stage, standing, trouble, situation, Seen.NOTHING, remembered);
        Optional<FirewallSight> firewall =
                bare.onWindows() ? FirewallLook.of(policy.read(), bare) : Optional.empty();
        return new Case(
                forward,
                stage,
                standing,
                trouble,
                situation,
                new Seen(
                        server,
                        front,
                        speech,
                        door,
                        portProxy,
                        hyperVRule,
                        firewall,
                        router,
                        outside,
                        device),
                remembered);
    }

    Diagnosis diagnose() {
        return Diagnosis.of(build());
    }

    private static PublicAddresses seen(InetAddress address) {
        return new PublicAddresses(
                List.of(
                        new SourceAnswer(
                                new Source(Source.Kind.STUN, "stun.example"),
                                IpVersion.of(address),
                                new SourceAnswer.Seen(address),
                                20)));
    }
}
