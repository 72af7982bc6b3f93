package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.CARRIER_NAT;
import static app.naru.diagnosis.Cause.MAPPING_TO_OLD_ADDRESS;
import static app.naru.diagnosis.Cause.NOT_MAPPED;
import static app.naru.diagnosis.Cause.NO_HAIRPIN;
import static app.naru.diagnosis.Cause.ROUTER_PERMANENT_ONLY;
import static app.naru.diagnosis.Cause.ROUTER_PORT_TAKEN;
import static app.naru.diagnosis.Cause.ROUTER_REFUSES;
import static app.naru.diagnosis.Cause.ROUTER_SILENT;
import static app.naru.diagnosis.Cause.TWO_ROUTERS;
import static app.naru.diagnosis.Sureness.CANT_TELL;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.WayIn;
import app.naru.router.MappedPort;
import app.naru.router.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does the router send it here? */
final class RouterCauses implements HopCauses {

    @Override
    public List<Finding> in(Case it) {
        if (!it.forInternet()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        boolean arrives = it.seen().outside().map(OutsideSight::arrived).orElse(false);
        if (!arrives) {
            it.seen().router().ifPresent(sight -> found.addAll(inTheWay(it, sight)));
        }
        it.seen().router().flatMap(RouterCauses::permanent).ifPresent(found::add);
        it.seen().outside().flatMap(RouterCauses::hairpin).ifPresent(found::add);
        return found;
    }

    private static List<Finding> inTheWay(Case it, RouterSight sight) {
        if (sight.wayIn().filter(way -> way.kind() == WayIn.Kind.DIRECT).isPresent()) {
            return List.of();
        }
        Optional<Finding> found = sight.wayIn().flatMap(RouterCauses::behindAnother);
        if (sight.address().isEmpty()) {
            return found.or(() -> Optional.of(silent(it))).stream().toList();
        }
        return found
                .or(() -> entry(it, sight))
                .or(() -> refused(it, sight))
                .or(() -> notMapped(it, sight))
                .stream()
                .toList();
    }

    /** It may have been set by hand, which only a visit from outside shows. */
    private static Finding silent(Case it) {
        boolean tried = it.seen().outside().isPresent();
        return Finding.inTheWay(ROUTER_SILENT, tried ? LIKELY : CANT_TELL)
                .because(Sentence.of("diagnosis.evidence.routerSilent"))
                .fix(RouterFixes.byHand(it));
    }

    /** What the comparison with the address that the Internet sees shows. */
    private static Optional<Finding> behindAnother(WayIn way) {
        String told = way.router().map(Address::text).orElse("–");
        Optional<Finding> found =
                switch (way.kind()) {
                    case SECOND_ROUTER -> Optional.of(Finding.inTheWay(TWO_ROUTERS, CERTAIN, told));
                    case CARRIER_NAT -> Optional.of(Finding.inTheWay(CARRIER_NAT, CERTAIN));
                    case NO_ADDRESS, OTHER_ADDRESS ->
                            Optional.of(Finding.inTheWay(CARRIER_NAT, LIKELY));
                    case DIRECT, OPEN, UNCONFIRMED, UNSAID, OFFLINE -> Optional.empty();
                };
        return found.map(finding ->
                finding.because(way.sentence())
                        .fix(way.help().stream().map(Fix.ByHand::new).toList()));
    }

    private static Optional<Finding> entry(Case it, RouterSight sight) {
        if (sight.toHere().isPresent() || sight.atPort().isEmpty()) {
            return Optional.empty();
        }
        MappedPort entry = sight.atPort().get();
        Sentence evidence =
                Sentence.of(
                        "diagnosis.evidence.entry",
                        entry.externalPort(),
                        entry.internalClient(),
                        entry.description());
        boolean old =
                entry.marked()
                        && it.remembered()
                                .lan()
                                .map(before -> Address.text(before).equals(entry.internalClient()))
                                .orElse(false);
        return Optional.of(
                old
                        ? Finding.inTheWay(
                                        MAPPING_TO_OLD_ADDRESS,
                                        CERTAIN,
                                        entry.internalClient(),
                                        sight.own())
                                .because(evidence)
                                .fix(RouterFixes.mapAgain(it))
                        : Finding.inTheWay(
                                        ROUTER_PORT_TAKEN,
                                        CERTAIN,
                                        entry.externalPort(),
                                        entry.internalClient())
                                .because(evidence)
                                .fix(RouterFixes.otherPort(it)));
    }

    private static Optional<Finding> refused(Case it, RouterSight sight) {
        return sight.refusal()
                .map(why -> {
                    Sureness sure = it.seen().outside().isPresent() ? CERTAIN : LIKELY;
                    return why.kind() == Refusal.Kind.PORT_TAKEN
                            ? Finding.inTheWay(
                                            ROUTER_PORT_TAKEN,
                                            CERTAIN,
                                            it.forward().ports().first(),
                                            Sentence.of("diagnosis.evidence.someDevice"))
                                    .because(why.sentence())
                                    .fix(RouterFixes.otherPort(it))
                            : Finding.inTheWay(ROUTER_REFUSES, sure, why.code())
                                    .because(why.sentence())
                                    .fix(RouterFixes.byHand(it));
                });
    }

    /** A list that was told and lacks the port shows it; without a list only Naru's own word. */
    private static Optional<Finding> notMapped(Case it, RouterSight sight) {
        if (sight.kept() || sight.toHere().isPresent()) {
            return Optional.empty();
        }
        Sureness sure =
                sight.listed() ? CERTAIN : it.seen().outside().isPresent() ? LIKELY : CANT_TELL;
        return Optional.of(
                Finding.inTheWay(NOT_MAPPED, sure, it.forward().ports())
                        .because(Sentence.of("diagnosis.evidence.notListed"))
                        .fix(RouterFixes.mapAgain(it)));
    }

    private static Optional<Finding> permanent(RouterSight sight) {
        return sight.permanent()
                ? Optional.of(
                        Finding.worthKnowing(ROUTER_PERMANENT_ONLY, CERTAIN)
                                .because(Sentence.of("diagnosis.evidence.permanent")))
                : Optional.empty();
    }

    private static Optional<Finding> hairpin(OutsideSight sight) {
        return sight.arrived() && sight.fromInside().equals(Optional.of(false))
                ? Optional.of(
                        Finding.worthKnowing(NO_HAIRPIN, CERTAIN)
                                .because(Sentence.of("diagnosis.evidence.hairpin"))
                                .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.lanLink"))))
                : Optional.empty();
    }
}
