package app.naru.ui.wizard;

import app.naru.forward.Address;
import app.naru.path.PortMapping;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;

/** The router's page: what to type there by hand, in the order in which routers ask for it. */
final class RouterViewModel {

    /** One of the router's boxes and what goes in. */
    record Value(Box box, String text) {}

    /** The boxes of a router's form. */
    enum Box {
        NAME,
        PROTOCOL,
        EXTERNAL_PORT,
        INTERNAL_ADDRESS,
        INTERNAL_PORT
    }

    private final ObjectBinding<Optional<PortMapping>> mapping;
    private final ObjectBinding<List<Value>> values;
    private final ObjectBinding<Optional<URI>> router;

    RouterViewModel(Draft draft) {
        mapping =
                Bindings.createObjectBinding(
                        () ->
                                draft.forward()
                                        .flatMap(forward ->
                                                PortMapping.wanted(
                                                        forward, draft.situation().get())),
                        draft.reading(),
                        draft.situation());
        values =
                Bindings.createObjectBinding(
                        () -> mapping.get().map(RouterViewModel::boxes).orElse(List.of()), mapping);
        router =
                Bindings.createObjectBinding(
                        () -> mapping.get().flatMap(PortMapping::router).map(RouterViewModel::page),
                        mapping);
    }

    private static List<Value> boxes(PortMapping mapping) {
        return List.of(
                new Value(Box.NAME, mapping.name()),
                new Value(Box.PROTOCOL, mapping.protocol().name()),
                new Value(Box.EXTERNAL_PORT, mapping.externalPorts().toString()),
                new Value(Box.INTERNAL_ADDRESS, Address.text(mapping.internalAddress())),
                new Value(Box.INTERNAL_PORT, mapping.internalPorts().toString()));
    }

    private static URI page(InetAddress router) {
        String host = Address.text(router);
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + "/");
    }

    /** What to type; empty where this PC has no address to map to. */
    ObjectBinding<List<Value>> values() {
        return values;
    }

    /** The router's own page; empty where no router is known. */
    ObjectBinding<Optional<URI>> router() {
        return router;
    }
}
