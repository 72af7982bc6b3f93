package app.naru.ui.firewall;

import app.naru.firewall.Direction;
import app.naru.firewall.EdgeTraversal;
import app.naru.firewall.IcmpMatch;
import app.naru.firewall.InterfaceType;
import app.naru.firewall.LocalAddresses;
import app.naru.firewall.RuleDetails;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.ServiceName;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What few rules say, as it is typed and chosen. It counts where it is asked for. */
final class DetailsDraft {

    private final Field<Optional<ServiceName>> service = Field.optional(ServiceName::parse);
    private final Field<Optional<IcmpMatch>> icmp = Field.optional(IcmpMatch::parse);
    private final Field<Optional<LocalAddresses>> local = Field.optional(LocalAddresses::parse);
    private final ObjectProperty<Optional<InterfaceType>> interfaceType =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<EdgeTraversal>> edge =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableValue<RuleProtocol> protocol;
    private final ObjectBinding<Shape> shape;

    /**
     * What is asked for.
     *
     * @param any whether it is at all
     * @param icmp whether the protocol has types
     * @param edge whether the rule is for what comes in
     */
    record Shape(boolean any, boolean icmp, boolean edge) {}

    DetailsDraft(
            ObservableValue<RuleKind> kind,
            ObservableValue<RuleProtocol> protocol,
            ObservableValue<Direction> direction) {
        this.protocol = protocol;
        shape =
                Bindings.createObjectBinding(
                        () ->
                                new Shape(
                                        kind.getValue() == RuleKind.CUSTOM,
                                        protocol.getValue().isIcmp(),
                                        direction.getValue() == Direction.IN),
                        kind,
                        protocol,
                        direction);
    }

    /** Returns what is typed and asked for, as it can be read. */
    Stream<Reading<?>> readings() {
        Shape asked = shape.get();
        Stream.Builder<Reading<?>> readings = Stream.builder();
        if (asked.any()) {
            if (asked.icmp()) {
                readings.add(icmp.reading().get());
            }
            readings.add(service.reading().get());
            readings.add(local.reading().get());
        }
        return readings.build();
    }

    /** Returns what comes of it, once all that is asked for can be read. */
    RuleDetails details() {
        Shape asked = shape.get();
        return asked.any()
                ? new RuleDetails(
                        service.reading().get().orThrow(),
                        asked.icmp() ? icmp.reading().get().orThrow() : Optional.empty(),
                        local.reading().get().orThrow(),
                        interfaceType.get(),
                        asked.edge() ? edge.get() : Optional.empty())
                : RuleDetails.NONE;
    }

    /** Returns everything that it depends on. */
    Stream<Observable> everything() {
        return Stream.of(
                shape, service.reading(), icmp.reading(), local.reading(), interfaceType, edge);
    }

    /** Types what a ping is: the request for an echo. */
    void ping() {
        icmp.text().set(protocol.getValue() == RuleProtocol.ICMPV6 ? "128" : "8");
    }

    /** What is asked for. */
    ObjectBinding<Shape> shape() {
        return shape;
    }

    Field<Optional<ServiceName>> service() {
        return service;
    }

    Field<Optional<IcmpMatch>> icmp() {
        return icmp;
    }

    Field<Optional<LocalAddresses>> local() {
        return local;
    }

    ObjectProperty<Optional<InterfaceType>> interfaceType() {
        return interfaceType;
    }

    ObjectProperty<Optional<EdgeTraversal>> edge() {
        return edge;
    }
}
