package app.naru.diagnosis;

import app.naru.firewall.Verdict;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.internet.WayIn;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.HopView.State;
import app.naru.path.Hops;
import java.util.List;
import java.util.Optional;

/** How each hop stands by what was found and seen. */
final class HopStates {

    private HopStates() {}

    static List<HopView> of(Case it, List<Finding> findings) {
        return Hops.look(it.forward(), it.situation(), it.standing()).stream()
                .map(view -> seen(view, it, findings))
                .toList();
    }

    private static HopView seen(HopView planned, Case it, List<Finding> findings) {
        HopKind hop = planned.hop();
        Optional<Finding> found =
                findings.stream().filter(each -> each.hop() == hop && each.blocks()).findFirst();
        if (found.isPresent()) {
            boolean open = found.get().sureness() == Sureness.CANT_TELL;
            return new HopView(hop, open ? State.UNKNOWN : State.PROBLEM, found.get().sentence());
        }
        return proven(hop, it)
                ? new HopView(hop, State.OPEN, sentence(planned, it))
                : new HopView(hop, State.UNKNOWN, unproven(planned));
    }

    /** What the plan says of an open hop is right; "Naru will open it" is not any more. */
    private static Sentence sentence(HopView planned, Case it) {
        return switch (planned.hop()) {
            case SERVER ->
                    planned.state() == State.OPEN
                            ? planned.sentence()
                            : Sentence.of("diagnosis.open.SERVER", it.place());
            case RELAY -> Sentence.of("diagnosis.open.RELAY", it.forward().ports());
            case FIREWALL -> Sentence.of("diagnosis.open.FIREWALL", it.forward().ports());
            case ROUTER -> Sentence.of("diagnosis.open.ROUTER", it.forward().ports());
            case INTERNET -> Sentence.of("diagnosis.open.INTERNET");
            case LOCAL_NETWORK ->
                    it.seen().deviceCame()
                            ? Sentence.of("diagnosis.open.LOCAL_NETWORK")
                            : planned.sentence();
            case WSL -> planned.sentence();
        };
    }

    private static Sentence unproven(HopView planned) {
        return planned.state() == State.OPEN || planned.state() == State.PLANNED
                ? Sentence.of("diagnosis.unproven." + planned.hop())
                : planned.sentence();
    }

    private static boolean proven(HopKind hop, Case it) {
        Seen seen = it.seen();
        boolean arrives = seen.outside().map(OutsideSight::arrived).orElse(false);
        boolean visited = arrives || seen.deviceCame();
        boolean tcp = it.forward().protocol() == Protocol.TCP;
        return switch (hop) {
            case SERVER -> tcp ? seen.serverAnswers() || arrives : listens(it);
            case WSL -> seen.serverAnswers() || arrives;
            case RELAY -> tcp ? seen.frontAnswers() || visited : it.stage() == Stage.OPEN;
            case FIREWALL ->
                    visited
                            || seen.firewall()
                                    .flatMap(FirewallSight::now)
                                    .map(each -> each.answer() == Verdict.Answer.ALLOWED)
                                    .orElse(false)
                            || seen.firewall()
                                    .flatMap(FirewallSight::serviceRuns)
                                    .map(runs -> !runs)
                                    .orElse(false);
            case LOCAL_NETWORK -> tcp ? seen.frontAnswers() || visited : visited || hasAddress(it);
            case ROUTER -> arrives || seen.router().map(HopStates::leadsHere).orElse(false);
            case INTERNET -> arrives || it.remembered().visited();
        };
    }

    private static boolean leadsHere(RouterSight sight) {
        return sight.kept()
                || sight.toHere().isPresent()
                || sight.wayIn().filter(way -> way.kind() == WayIn.Kind.DIRECT).isPresent();
    }

    private static boolean listens(Case it) {
        return it.situation().listeners().known().orElse(List.of()).stream()
                .anyMatch(each ->
                        each.protocol() == it.forward().protocol()
                                && each.port().equals(it.forward().target().port()));
    }

    private static boolean hasAddress(Case it) {
        return !it.addresses().isEmpty();
    }

    /** A firewall that Naru does not know stands in nobody's way as far as Naru can tell. */
    static boolean passes(HopView view, Case it) {
        return view.state() == State.OPEN || (view.hop() == HopKind.FIREWALL && !it.onWindows());
    }
}
