package app.naru.diagnosis;

import static app.naru.diagnosis.Scene.entry;
import static app.naru.diagnosis.Scene.sight;
import static app.naru.diagnosis.Scene.visit;
import static app.naru.diagnosis.Scene.way;
import static java.util.Map.entry;

import app.naru.router.MappedPort;
import app.naru.router.Refusal;
import app.naru.router.RouterProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The causes at the router and beyond it. */
final class RouterExamples {

    static final Map<Cause, Example> ALL =
            Map.ofEntries(
                    entry(
                            Cause.ROUTER_SILENT,
                            new Example(
                                    lost().router(RouterSight.silence(Optional.empty())),
                                    // The PC has the public address itself: there is no router.
                                    lost().router(
                                                    RouterSight.silence(
                                                            Optional.of(
                                                                    way(
                                                                            "192.168.0.7",
                                                                            "192.168.0.7")))))),
                    entry(
                            Cause.ROUTER_REFUSES,
                            new Example(
                                    lost().router(refusing(Refusal.Kind.FORBIDDEN)),
                                    lost().router(refusing(Refusal.Kind.PORT_TAKEN)))),
                    entry(
                            Cause.ROUTER_PORT_TAKEN,
                            new Example(
                                    lost().router(sendingTo("192.168.0.30", "Xbox")),
                                    lost().router(sendingTo("192.168.0.7", "Xbox")))),
                    entry(
                            Cause.ROUTER_PERMANENT_ONLY,
                            new Example(reached().router(keepingForever()), reached())),
                    entry(
                            Cause.MAPPING_TO_OLD_ADDRESS,
                            new Example(
                                    lost().remembered("192.168.0.5", "", "")
                                            .router(sendingTo("192.168.0.5", "Naru Django")),
                                    // Another PC with Naru is none of this one's old addresses.
                                    lost().remembered("192.168.0.5", "", "")
                                            .router(sendingTo("192.168.0.6", "Naru Django")))),
                    entry(Cause.NOT_MAPPED, new Example(lost().router(withoutEntry()), lost())),
                    entry(
                            Cause.TWO_ROUTERS,
                            new Example(
                                    lost().router(sight(way("10.99.0.2", "198.51.100.9"))),
                                    lost().router(sight(way("100.64.0.2", "198.51.100.9"))))),
                    entry(
                            Cause.CARRIER_NAT,
                            new Example(
                                    lost().router(sight(way("100.64.0.2", "198.51.100.9"))),
                                    lost().router(sight(way("198.51.100.9", "198.51.100.9"))))),
                    entry(
                            Cause.NO_HAIRPIN,
                            new Example(
                                    reached().outside(seenFromInside(true, false)),
                                    lost().outside(seenFromInside(false, false)))),
                    entry(
                            Cause.PROVIDER_BLOCKS,
                            new Example(
                                    lost().outside(highPort(true)),
                                    lost().outside(highPort(false)))),
                    entry(
                            Cause.PUBLIC_ADDRESS_CHANGED,
                            new Example(
                                    reached()
                                            .publicAddress("198.51.100.9")
                                            .remembered("", "", "198.51.100.8"),
                                    reached()
                                            .publicAddress("198.51.100.9")
                                            .remembered("", "", "198.51.100.9"))),
                    entry(
                            Cause.NOTHING_ARRIVES,
                            new Example(lost(), lost().outside(cameAndWent()))),
                    entry(
                            Cause.ARRIVES_AND_IS_REFUSED,
                            new Example(lost().outside(cameAndWent()), lost())));

    private RouterExamples() {}

    private static Scene reached() {
        return new Scene().internet().outside(visit(true));
    }

    private static Scene lost() {
        return new Scene().internet().outside(visit(false));
    }

    private static RouterSight refusing(Refusal.Kind kind) {
        Refusal refusal = new Refusal(kind, "192.168.0.1", RouterProtocol.UPNP_IGD, 606, List.of());
        return saying(Optional.of(refusal), Optional.empty(), false);
    }

    private static RouterSight sendingTo(String client, String description) {
        return saying(Optional.empty(), Optional.of(entry(client, description)), false);
    }

    private static RouterSight keepingForever() {
        return saying(Optional.empty(), Optional.of(entry("192.168.0.7", "Naru Django")), true);
    }

    private static RouterSight withoutEntry() {
        return saying(Optional.empty(), Optional.empty(), false);
    }

    /** Returns a router with its list; what it keeps for Naru it keeps until it is deleted. */
    private static RouterSight saying(
            Optional<Refusal> refusal, Optional<MappedPort> atPort, boolean kept) {
        return new RouterSight(
                Optional.of("192.168.0.1"),
                "192.168.0.7",
                Optional.of(way("198.51.100.9", "198.51.100.9")),
                refusal,
                atPort,
                true,
                kept,
                kept);
    }

    private static OutsideSight seenFromInside(boolean arrived, boolean fromInside) {
        return new OutsideSight(
                arrived, Optional.of(arrived), Optional.empty(), Optional.of(fromInside));
    }

    private static OutsideSight highPort(boolean passes) {
        return new OutsideSight(false, Optional.of(false), Optional.of(passes), Optional.empty());
    }

    private static OutsideSight cameAndWent() {
        return new OutsideSight(false, Optional.of(true), Optional.empty(), Optional.empty());
    }
}
