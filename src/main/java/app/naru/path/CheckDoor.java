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
import app.naru.relay.Relay;
import app.naru.server.SampleServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The door at which visitors knock when a forward is checked from outside: its own, or, where that
 * can't show a page (UDP, a server that is not one of the web, or one without a relay), another
 * that is opened to the Internet for the check, by the same changes as any.
 */
final class CheckDoor implements AutoCloseable {

    /** Should nobody close the check, its own door closes by itself. */
    private static final Duration STAYS = Duration.ofMinutes(30);

    private final Forwards forwards;
    private final Forward forward;
    private final Forward checked;
    private final Optional<SampleServer> standIn;

    private CheckDoor(
            Forwards forwards, Forward forward, Forward checked, Optional<SampleServer> standIn) {
        this.forwards = forwards;
        this.forward = forward;
        this.checked = checked;
        this.standIn = standIn;
    }

    /** Whether the forward's own door can show a page. */
    static boolean isOwn(Forwards forwards, Forward forward) {
        return Link.isWeb(forward) && forwards.relay(forward.id()).isPresent();
    }

    /**
     * Returns the door to knock at, not yet open where it is another than the forward's own.
     *
     * @param page what visitors are shown there
     * @throws IOException if this PC has no port left
     */
    static CheckDoor of(Forwards forwards, Forward forward, Supplier<String> page)
            throws IOException {
        if (isOwn(forwards, forward)) {
            return new CheckDoor(forwards, forward, forward, Optional.empty());
        }
        return another(forwards, forward, page);
    }

    /**
     * Returns another door than the forward's own, not yet open.
     *
     * @throws IOException if this PC has no port left
     */
    static CheckDoor another(Forwards forwards, Forward forward, Supplier<String> page)
            throws IOException {
        SampleServer server = SampleServer.start(0, visitor -> page.get());
        return new CheckDoor(
                forwards, forward, standIn(forward, server.port()), Optional.of(server));
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
                        new Lifetime.For(STAYS),
                        forward.profiles(),
                        "")
                .mappedAnyway(forward.mapAnyway());
    }

    /**
     * Opens it, where it is not the forward's own. May block while Windows asks the user.
     *
     * @return why it could not be opened; empty where it is open
     */
    Optional<Sentence> open() {
        if (standIn.isEmpty()) {
            return Optional.empty();
        }
        return switch (forwards.open(checked, step -> {})) {
            case Opening.Opened opened -> Optional.empty();
            case Opening.NotOpened notOpened -> Optional.of(notOpened.why());
        };
    }

    /** Returns where the Internet finds it; empty while it does not. */
    Optional<Link> link() {
        return forwards.status(checked).links().stream()
                .filter(each -> each.reach() == Link.Reach.INTERNET)
                .findFirst();
    }

    /** Returns the relay that sees who comes; empty while none runs. */
    Optional<Relay> relay() {
        return forwards.relay(checked.id());
    }

    /** Says what keeps it from being found: the outermost hop that does. */
    Sentence obstacle() {
        return forwards.status(checked).hops().reversed().stream()
                .filter(hop -> hop.state() != HopView.State.OPEN)
                .findFirst()
                .map(HopView::sentence)
                .orElse(Sentence.of("internet.nobody"));
    }

    /** Returns what a visitor crosses that its relay sees, from the outside inwards. */
    List<HopKind> hops() {
        return forwards.status(checked).hops().reversed().stream()
                .map(HopView::hop)
                .takeWhile(hop -> hop.compareTo(HopKind.RELAY) >= 0)
                .toList();
    }

    /**
     * Returns what knocking there does and does not show; empty where it shows all there is.
     *
     * @param port at which visitors find it
     */
    Optional<Sentence> limits(Port port) {
        if (standIn.isEmpty()) {
            return Optional.empty();
        }
        String key =
                forward.protocol() == Protocol.UDP ? "check.limits.udp" : "check.limits.standIn";
        return Optional.of(Sentence.of(key, port, forward.ports()));
    }

    /** Closes it, where it is not the forward's own. */
    @Override
    public void close() {
        standIn.ifPresent(server -> {
            forwards.close(checked.id(), step -> {});
            server.close();
        });
    }
}
