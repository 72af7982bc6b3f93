package app.naru.ui.firewall;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.PolicyStore;
import app.naru.forward.Port;
import app.naru.ui.Field;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person looks for among the rules, as it is typed and chosen. */
final class FilterDraft {

    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty program = new SimpleStringProperty("");
    private final Field<Optional<Integer>> port =
            Field.optional(typed -> Port.parse(typed).number());
    private final ObjectProperty<Optional<Direction>> direction = empty();
    private final ObjectProperty<Optional<Action>> action = empty();
    private final ObjectProperty<Optional<Boolean>> enabled = empty();
    private final ObjectProperty<Optional<PolicyStore>> store = empty();
    private final BooleanProperty oursOnly = new SimpleBooleanProperty();
    private final ObjectBinding<RuleFilter> filter =
            Bindings.createObjectBinding(
                    this::read,
                    text,
                    program,
                    port.reading(),
                    direction,
                    action,
                    enabled,
                    store,
                    oursOnly);

    private static <T> ObjectProperty<Optional<T>> empty() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    /** What can't be read as a port does not matter until it can. */
    private RuleFilter read() {
        return new RuleFilter(
                List.of(text.get().strip().split("\\s+")),
                program.get(),
                port.reading().get().good().flatMap(read -> read),
                direction.get(),
                action.get(),
                enabled.get(),
                store.get(),
                oursOnly.get());
    }

    /** Lets every rule be on show again. */
    void clear() {
        text.set("");
        program.set("");
        port.text().set("");
        direction.set(Optional.empty());
        action.set(Optional.empty());
        enabled.set(Optional.empty());
        store.set(Optional.empty());
        oursOnly.set(false);
    }

    ObjectBinding<RuleFilter> filter() {
        return filter;
    }

    StringProperty text() {
        return text;
    }

    StringProperty program() {
        return program;
    }

    Field<Optional<Integer>> port() {
        return port;
    }

    ObjectProperty<Optional<Direction>> direction() {
        return direction;
    }

    ObjectProperty<Optional<Action>> action() {
        return action;
    }

    ObjectProperty<Optional<Boolean>> enabled() {
        return enabled;
    }

    ObjectProperty<Optional<PolicyStore>> store() {
        return store;
    }

    BooleanProperty oursOnly() {
        return oursOnly;
    }
}
