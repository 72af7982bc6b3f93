package app.naru.ui.wizard;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.WayIn;
import app.naru.path.PortMapping;
import app.naru.path.RouterReport;
import app.naru.router.RouterAt;
import app.naru.router.SearchProgress;
import app.naru.ui.BackgroundTasks;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
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

        /**
         * It is being looked for.
         *
         * @param part of the longest time that it takes, 0 to 1
         */
        record Looking(double part, Sentence how) implements Look {}

        /** It will do it by itself. */
        record ByItself(Sentence how) implements Look {}

        /** The user has to do it, and why. */
        record ByHand(Sentence why) implements Look {}

        /** It is of no use, by hand or not. */
        record NoUse(Sentence why, List<Sentence> help) implements Look {}
    }

    /** Looks for the router. */
    @FunctionalInterface
    interface Search {

        /**
         * Blocks for seconds at most.
         *
         * @throws InterruptedException if it is cancelled
         */
        RouterReport look(SearchProgress progress) throws InterruptedException;
    }

    private static final Look.Looking BEGINNING =
            new Look.Looking(0, Sentence.of("router.search.asking"));

    private final Search router;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(BEGINNING);
    private final BooleanProperty anyway;
    private final ObjectBinding<Optional<PortMapping>> mapping;
    private final ObjectBinding<List<Value>> values;
    private final ObjectBinding<Optional<URI>> page;

    RouterViewModel(Draft draft, Search router, BackgroundTasks tasks) {
        this.router = router;
        this.tasks = tasks;
        this.anyway = draft.audience().mapAnyway();
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
        look.set(BEGINNING);
        tasks.task(() -> router.look(this::gotOn))
                .onSuccess(report -> look.set(look(report)))
                .run();
    }

    private void gotOn(double part, Sentence how) {
        tasks.onViewThread(() -> {
            if (look.get() instanceof Look.Looking) {
                look.set(new Look.Looking(part, how));
            }
        });
    }

    /** Whether a router that is of no use shall map the ports all the same. */
    BooleanProperty anyway() {
        return anyway;
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
            case RouterReport.NoneNeeded(WayIn why) -> new Look.ByItself(why.sentence());
            case RouterReport.NoWayIn(WayIn why) -> new Look.NoUse(why.sentence(), why.help());
            case RouterReport.Silent silent -> new Look.ByHand(Sentence.of("path.router.silent"));
        };
    }
}
