package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.ARRIVES_AND_IS_REFUSED;
import static app.naru.diagnosis.Cause.NOTHING_ARRIVES;
import static app.naru.diagnosis.Cause.PROVIDER_BLOCKS;
import static app.naru.diagnosis.Cause.PUBLIC_ADDRESS_CHANGED;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does what comes from the Internet arrive? */
final class InternetCauses implements HopCauses {

    /** What providers usually keep from their customers. */
    private static final Set<Integer> USUALLY_BLOCKED = Set.of(25, 80, 443, 445);

    @Override
    public List<Finding> in(Case it) {
        if (!it.forInternet()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        it.seen()
                .outside()
                .filter(sight -> !sight.arrived())
                .map(sight -> lost(it, sight))
                .ifPresent(found::add);
        addressChanged(it).ifPresent(found::add);
        return found;
    }

    private static Finding lost(Case it, OutsideSight sight) {
        if (sight.relaySawIt().equals(Optional.of(true))) {
            return Finding.inTheWay(ARRIVES_AND_IS_REFUSED, CERTAIN)
                    .because(Sentence.of("diagnosis.evidence.relaySaw"))
                    .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.lookAtServer")));
        }
        int port = it.forward().ports().first().number();
        boolean highPasses = sight.highPortPasses().equals(Optional.of(true));
        boolean suspicious = USUALLY_BLOCKED.contains(port) && sight.highPortPasses().isEmpty();
        if (highPasses || suspicious) {
            return Finding.inTheWay(PROVIDER_BLOCKS, highPasses ? CERTAIN : LIKELY, port)
                    .because(
                            Sentence.of(
                                    highPasses
                                            ? "diagnosis.evidence.highPort"
                                            : "diagnosis.evidence.usuallyBlocked",
                                    port))
                    .fix(RouterFixes.otherPort(it));
        }
        return Finding.inTheWay(NOTHING_ARRIVES, LIKELY)
                .because(
                        Sentence.of("diagnosis.evidence.nothingArrived"),
                        Sentence.of("diagnosis.evidence.perhapsRouter"),
                        Sentence.of("diagnosis.evidence.perhapsCarrier"),
                        Sentence.of("diagnosis.evidence.perhapsProvider"))
                .fix(RouterFixes.byHand(it));
    }

    private static Optional<Finding> addressChanged(Case it) {
        return it.situation()
                .publicAddress()
                .known()
                .filter(now ->
                        it.remembered().outside().filter(was -> !was.equals(now)).isPresent())
                .map(now ->
                        Finding.worthKnowing(
                                        PUBLIC_ADDRESS_CHANGED,
                                        CERTAIN,
                                        Address.text(it.remembered().outside().orElseThrow()),
                                        Address.text(now))
                                .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.newLink"))));
    }
}
