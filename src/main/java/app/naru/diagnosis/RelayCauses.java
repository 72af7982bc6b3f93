package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.ASKED_BY_OTHER_NAME;
import static app.naru.diagnosis.Cause.LOOPBACK_PORT_HELD;
import static app.naru.diagnosis.Cause.PORTPROXY_IN_THE_WAY;
import static app.naru.diagnosis.Cause.RELAY_NOT_RUNNING;
import static app.naru.diagnosis.Cause.VISITORS_TURNED_AWAY;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.forward.Listen;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.FirewallChange;
import app.naru.relay.PortUnavailable.Reason;
import app.naru.relay.RelaySnapshot;
import app.naru.survey.Network;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Does the relay run where others connect to? */
final class RelayCauses implements HopCauses {

    @Override
    public List<Finding> in(Case it) {
        List<Finding> found = new ArrayList<>();
        it.seen().portProxy().flatMap(all -> portProxy(it, all)).ifPresent(found::add);
        loopbackHeld(it).ifPresent(found::add);
        notRunning(it).ifPresent(found::add);
        turnedAway(it).ifPresent(found::add);
        askedByOtherName(it).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> portProxy(Case it, PortProxy all) {
        List<PortProxyEntry> there = all.conflicts(it.addresses(), it.forward().ports());
        Set<InetAddress> own =
                it.network().stream().flatMap(Network::addresses).collect(Collectors.toSet());
        List<PortProxyEntry> loops = all.loops(own).stream().filter(there::contains).toList();
        boolean holds =
                it.seen().door().map(door -> door.reason() == Reason.TAKEN).orElse(false)
                        || (it.stage() == Stage.OPEN && !it.seen().frontAnswers());
        if (there.isEmpty() || (loops.isEmpty() && !holds)) {
            return Optional.empty();
        }
        PortProxyEntry entry = loops.isEmpty() ? there.getFirst() : loops.getFirst();
        return Optional.of(
                Finding.inTheWay(
                                PORTPROXY_IN_THE_WAY,
                                loops.isEmpty() && it.seen().door().isEmpty() ? LIKELY : CERTAIN,
                                entry.from())
                        .because(
                                Sentence.of(
                                        "diagnosis.evidence.portproxy", entry.from(), entry.to()))
                        .because(
                                loops.isEmpty()
                                        ? List.of()
                                        : List.of(Sentence.of("diagnosis.evidence.loop")))
                        .fix(new Fix.Make(new FirewallChange.RemovePortProxy(entry))));
    }

    /** WSL's own relay for localhost, or another program, has it there: the wildcard is refused. */
    private static Optional<Finding> loopbackHeld(Case it) {
        return it.seen()
                .door()
                .filter(door ->
                        door.reason() == Reason.TAKEN
                                && door.address().isAnyLocalAddress()
                                && door.holderOnLoopback())
                .map(door ->
                        Finding.inTheWay(
                                        LOOPBACK_PORT_HELD,
                                        CERTAIN,
                                        door.port(),
                                        door.holder()
                                                .map(program ->
                                                        Sentence.of(
                                                                "diagnosis.evidence.holder",
                                                                program))
                                                .orElse(
                                                        Sentence.of(
                                                                "diagnosis.evidence.someProgram")))
                                .because(Sentence.of("diagnosis.evidence.bindTaken", door.port()))
                                .fix(
                                        new Fix.Reopen(
                                                Sentence.of("diagnosis.fix.lanAddresses"),
                                                Changed.listen(
                                                        it.forward(), new Listen.LanAddresses()))));
    }

    private static Optional<Finding> notRunning(Case it) {
        boolean serverGone = it.standing().direct() && !it.seen().serverAnswers();
        if (it.relay().isEmpty() || serverGone) {
            return Optional.empty();
        }
        boolean silent = !it.seen().front().isEmpty() && !it.seen().frontAnswers();
        boolean down =
                switch (it.stage()) {
                    case CLOSED -> true;
                    case BARE -> silent;
                    case OPEN -> it.trouble().isPresent() || (silent && !brokenOff(it));
                };
        if (!down) {
            return Optional.empty();
        }
        Finding finding =
                Finding.inTheWay(RELAY_NOT_RUNNING, CERTAIN, it.forward().ports())
                        .because(it.trouble().stream().toList())
                        .because(it.seen().front().stream().map(Reach::sentence).toList());
        return Optional.of(finding.fix(it.fix(it.planned(Change.RunRelay.class))));
    }

    /** They come from a network that it is not open to, as guests' phones and mobile data do. */
    private static Optional<Finding> turnedAway(Case it) {
        return it.standing()
                .traffic()
                .map(RelaySnapshot::refused)
                .filter(count -> count > 0)
                .map(count ->
                        Finding.worthKnowing(VISITORS_TURNED_AWAY, CERTAIN, count)
                                .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.letMoreIn"))));
    }

    /** A name of a dynamic DNS service leads here, and HTTP mode was not told of it. */
    private static Optional<Finding> askedByOtherName(Case it) {
        return it.standing()
                .traffic()
                .map(RelaySnapshot::foreign)
                .filter(foreign -> foreign.requests() > 0)
                .map(foreign ->
                        Finding.worthKnowing(
                                        ASKED_BY_OTHER_NAME,
                                        CERTAIN,
                                        foreign.hosts().getFirst(),
                                        foreign.requests())
                                .because(others(foreign.hosts()))
                                .fix(HttpModeFix.named(it.forward(), foreign.hosts())));
    }

    private static List<Sentence> others(List<String> hosts) {
        return hosts.size() > 1
                ? List.of(Sentence.of("diagnosis.evidence.foreignHosts", String.join(", ", hosts)))
                : List.of();
    }

    /** A relay takes a visitor and lets go of them where the server does not answer. */
    private static boolean brokenOff(Case it) {
        return !it.seen().serverAnswers()
                && it.seen().front().stream()
                        .anyMatch(reach -> reach.result() == Reach.Result.CLOSED_AT_ONCE);
    }
}
