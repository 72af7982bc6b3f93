package app.naru.ui.wizard;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.WayIn;
import app.naru.path.PortMapping;
import app.naru.path.RouterReport;
import app.naru.router.RouterAt;
import app.naru.ui.BackgroundTasks;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The router's page: whether the router does it when Naru asks, and what to type there by hand, in
 * the order in which routers ask for it.
 */
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

    /** What came of looking for the router. */
    sealed interface Look {

        /** It is being looked for. */
        record Looking() implements Look {}

        /** It will do it by itself. */
        record ByItself(Sentence how) implements Look {}

        /** The user has to do it, and why. */
        record ByHand(Sentence why) implements Look {}

        /** It is of no use, by hand or not. */
        record NoUse(Sentence why, List<Sentence> help) implements Look {}
    }

    private final Callable<RouterReport> router;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Look> look =
            new ReadOnlyObjectWrapper<>(new Look.Looking());
    private final ObjectBinding<Optional<PortMapping>> mapping;
    private final ObjectBinding<List<Value>> values;
    private final ObjectBinding<Optional<URI>> page;

    /**
     * @param router looks for the router; blocks
     */
    RouterViewModel(Draft draft, Callable<RouterReport> router, BackgroundTasks tasks) {
        this.router = router;
        this.tasks = tasks;
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
        page =
                Bindings.createObjectBinding(
                        () ->
                                mapping.get()
                                        .flatMap(PortMapping::router)
                                        .map(RouterViewModel::pageOf),
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

    private static URI pageOf(InetAddress router) {
        String host = Address.text(router);
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + "/");
    }

    /** What to type; empty where this PC has no address to map to. */
    ObjectBinding<List<Value>> values() {
        return values;
    }

    /** The router's own page; empty where no router is known. */
    ObjectBinding<Optional<URI>> page() {
        return page;
    }

    /** What came of the last look. */
    ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    /** Looks for the router. */
    void search() {
        look.set(new Look.Looking());
        tasks.task(router).onSuccess(report -> look.set(look(report))).run();
    }

    private Look look(RouterReport report) {
        return switch (report) {
            case RouterReport.Willing(RouterAt at, Optional<InetAddress> address) ->
                    new Look.ByItself(
                            Sentence.of(
                                    "wizard.router.byItself",
                                    at.address(),
                                    at.protocol().title(),
                                    address.map(Address::text).orElse("–")));
            case RouterReport.NoWayIn(WayIn why) -> new Look.NoUse(why.sentence(), why.help());
            case RouterReport.Silent silent -> new Look.ByHand(Sentence.of("path.router.silent"));
        };
    }
}
