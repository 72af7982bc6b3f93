package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.ANSWERS_ELSEWHERE;
import static app.naru.diagnosis.Cause.LOOPBACK_ONLY;
import static app.naru.diagnosis.Cause.NOTHING_LISTENS;
import static app.naru.diagnosis.Cause.PORT_EXCLUDED;
import static app.naru.diagnosis.Cause.PORT_TAKEN;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.diagnosis.Reach.Result;
import app.naru.firewall.ExcludedRange;
import app.naru.firewall.Verdict;
import app.naru.forward.Forward;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.relay.Endpoint;
import app.naru.server.Listener;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does the server listen, and where? */
final class ServerCauses implements HopCauses {

    @Override
    public List<Finding> in(Case it) {
        List<Finding> found = new ArrayList<>();
        nothingListens(it).ifPresent(found::add);
        loopbackOnly(it).ifPresent(found::add);
        answersElsewhere(it).ifPresent(found::add);
        it.seen().door().flatMap(door -> portNotToBeHad(it, door)).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> nothingListens(Case it) {
        boolean wslSleeps = it.inWsl() && !it.wsl().map(Wsl::running).orElse(true);
        if (wslSleeps || it.seen().serverAnswers() || onLoopbackInWsl(it) || keptIn(it)) {
            return Optional.empty();
        }
        if (it.forward().protocol() == Protocol.UDP) {
            return udpNothing(it);
        }
        if (it.seen().server().isEmpty()) {
            return Optional.empty();
        }
        boolean refused =
                it.seen().server().stream()
                        .allMatch(reach -> reach.result() == Result.REFUSED || isV6Off(reach));
        return Optional.of(
                Finding.inTheWay(NOTHING_LISTENS, refused ? CERTAIN : LIKELY, it.place())
                        .because(it.seen().server().stream().map(Reach::sentence).toList())
                        .fix(new Fix.ByHand(StartCommand.of(it))));
    }

    /** A firewall that lets nothing out keeps these tests in, too, and says nothing. */
    private static boolean keptIn(Case it) {
        return it.seen()
                .firewall()
                .flatMap(FirewallSight::outbound)
                .map(verdict -> verdict.answer() == Verdict.Answer.BLOCKED)
                .orElse(false);
    }

    /** A PC without IPv6 has no way to ::1. */
    private static boolean isV6Off(Reach reach) {
        return reach.to().host().equals("::1") && reach.result() == Result.UNREACHABLE;
    }

    /** UDP has no connect that is answered; the system's table tells for this PC. */
    private static Optional<Finding> udpNothing(Case it) {
        boolean known =
                it.forward().target() instanceof Target.ThisPc
                        && it.situation().listeners().known().isPresent();
        return known && listeners(it).isEmpty()
                ? Optional.of(
                        Finding.inTheWay(NOTHING_LISTENS, CERTAIN, it.place())
                                .because(Sentence.of("diagnosis.evidence.table"))
                                .fix(new Fix.ByHand(StartCommand.of(it))))
                : Optional.empty();
    }

    private static List<Listener> listeners(Case it) {
        return it.situation().listeners().known().orElse(List.of()).stream()
                .filter(listener ->
                        listener.protocol() == it.forward().protocol()
                                && listener.port().equals(it.forward().target().port()))
                .toList();
    }

    /** With a relay before it, loopback is enough; inside of WSL nothing of ours stands before. */
    private static Optional<Finding> loopbackOnly(Case it) {
        boolean here =
                it.stage() == Stage.BARE
                        && it.forward().target() instanceof Target.ThisPc
                        && it.seen().serverAnswers()
                        && !it.seen().front().isEmpty()
                        && !it.seen().frontAnswers();
        if (!here && !onLoopbackInWsl(it)) {
            return Optional.empty();
        }
        Finding finding =
                Finding.inTheWay(LOOPBACK_ONLY, CERTAIN, it.place())
                        .because(it.seen().server().stream().map(Reach::sentence).toList())
                        .because(it.seen().front().stream().map(Reach::sentence).toList());
        return Optional.of((here ? finding.fix(open(it)) : finding).fix(BindFix.of(it)));
    }

    private static boolean onLoopbackInWsl(Case it) {
        return it.inWsl()
                && !it.seen().serverAnswers()
                && it.situation()
                        .windows()
                        .wslInside()
                        .known()
                        .map(inside ->
                                onLoopback(
                                        inside.listeners().stream()
                                                .map(WslListener::listener)
                                                .toList(),
                                        it.forward()))
                        .orElse(false);
    }

    private static boolean onLoopback(List<Listener> all, Forward forward) {
        List<Listener> here =
                all.stream().filter(each -> each.port().equals(forward.target().port())).toList();
        return !here.isEmpty() && here.stream().noneMatch(Listener::beyondLoopback);
    }

    private static Fix open(Case it) {
        return new Fix.Reopen(Sentence.of("diagnosis.fix.open"), it.forward());
    }

    private static Optional<Finding> answersElsewhere(Case it) {
        List<Endpoint> used = it.targets();
        List<Reach> answering = it.seen().server().stream().filter(Reach::good).toList();
        List<Reach> silent =
                it.seen().server().stream()
                        .filter(reach -> used.contains(reach.to()) && !reach.good())
                        .toList();
        boolean met = answering.stream().anyMatch(reach -> used.contains(reach.to()));
        if (met || answering.isEmpty() || silent.isEmpty() || it.inWsl()) {
            return Optional.empty();
        }
        Endpoint there = answering.getFirst().to();
        Forward changed =
                Changed.target(it.forward(), new Target.Device(there.host(), there.port()));
        return Optional.of(
                Finding.inTheWay(ANSWERS_ELSEWHERE, CERTAIN, there, silent.getFirst().to())
                        .because(it.seen().server().stream().map(Reach::sentence).toList())
                        .fix(
                                new Fix.Reopen(
                                        Sentence.of("diagnosis.fix.useAddress", there), changed)));
    }

    private static Optional<Finding> portNotToBeHad(Case it, Door door) {
        if (it.seen().frontAnswers() && it.stage() == Stage.OPEN) {
            return Optional.empty();
        }
        return switch (door.reason()) {
            case NOT_ALLOWED -> Optional.of(excluded(it, door));
            case TAKEN -> taken(it, door);
            case NO_SUCH_ADDRESS -> Optional.empty();
        };
    }

    private static Finding excluded(Case it, Door door) {
        Optional<ExcludedRange> range = door.range();
        return Finding.inTheWay(PORT_EXCLUDED, range.isPresent() ? CERTAIN : LIKELY, door.port())
                .because(Sentence.of("diagnosis.evidence.bindRefused", door.port()))
                .because(
                        range
                                .map(each ->
                                        Sentence.of(
                                                "diagnosis.evidence.range",
                                                each.first(),
                                                each.last()))
                                .stream()
                                .toList())
                .fix(otherPort(it, door));
    }

    /** What Windows' own proxy or a listener on loopback holds, the relay's causes tell better. */
    private static Optional<Finding> taken(Case it, Door door) {
        boolean proxied =
                it.seen()
                        .portProxy()
                        .map(all ->
                                !all.conflicts(List.of(door.address()), PortRange.of(door.port()))
                                        .isEmpty())
                        .orElse(false);
        boolean onLoopback = door.address().isAnyLocalAddress() && door.holderOnLoopback();
        if (proxied || onLoopback) {
            return Optional.empty();
        }
        Sentence who =
                door.holder()
                        .map(program -> Sentence.of("diagnosis.evidence.holder", program))
                        .orElse(Sentence.of("diagnosis.evidence.someProgram"));
        return Optional.of(
                Finding.inTheWay(PORT_TAKEN, CERTAIN, door.port(), who)
                        .because(Sentence.of("diagnosis.evidence.bindTaken", door.port()))
                        .fix(otherPort(it, door)));
    }

    private static List<Fix> otherPort(Case it, Door door) {
        return door.otherPort().stream()
                .<Fix>map(port ->
                        new Fix.Reopen(
                                Sentence.of("diagnosis.fix.otherPort", port),
                                it.forward().movedTo(port)))
                .toList();
    }
}
