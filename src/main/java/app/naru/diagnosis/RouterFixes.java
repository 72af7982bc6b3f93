package app.naru.diagnosis;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.PortMapping;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done at the router, most of it by the user alone. */
final class RouterFixes {

    /** Ports above are seldom taken, and blocked by no provider. */
    private static final int HIGH = 40_000;

    private RouterFixes() {}

    /** The router's own page, where its switch is, and the values to type there. */
    static List<Fix> byHand(Case it) {
        List<Fix> fixes = new ArrayList<>();
        Optional<PortMapping> mapping = PortMapping.wanted(it.forward(), it.situation());
        mapping.flatMap(PortMapping::router).map(RouterFixes::page).ifPresent(fixes::add);
        fixes.add(new Fix.ByHand(Sentence.of("diagnosis.fix.turnOnUpnp")));
        mapping.map(RouterFixes::values).ifPresent(fixes::add);
        return fixes;
    }

    private static Fix page(InetAddress router) {
        String address = Address.text(router);
        return new Fix.Visit(
                Sentence.of("diagnosis.fix.routerPage", address),
                URI.create("http://" + address + "/"));
    }

    private static Fix values(PortMapping mapping) {
        return new Fix.Copy(
                Sentence.of("diagnosis.fix.portForwarding"),
                mapping.protocol()
                        + " "
                        + mapping.externalPorts()
                        + " → "
                        + Address.text(mapping.internalAddress())
                        + " "
                        + mapping.internalPorts());
    }

    static List<Fix> mapAgain(Case it) {
        return it.fix(it.planned(Change.MapPorts.class));
    }

    static List<Fix> otherPort(Case it) {
        Port other = other(it.forward().ports().first());
        return List.of(
                new Fix.Reopen(
                        Sentence.of("diagnosis.fix.otherPort", other),
                        it.forward().movedTo(other)));
    }

    /** Returns the same high port each time, so that a link stays right. */
    static Port other(Port taken) {
        return new Port(HIGH + taken.number() % 10_000);
    }
}
