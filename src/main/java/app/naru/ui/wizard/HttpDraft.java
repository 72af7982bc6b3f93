package app.naru.ui.wizard;

import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** Whether the forward is in HTTP mode, as entered so far. */
final class HttpDraft {

    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final Field<HttpNames> names;
    private final BooleanBinding possible;
    private final BooleanBinding on;
    private final ObjectBinding<Reading<Optional<HttpNames>>> reading;

    HttpDraft(ServerDraft server, Optional<Forward> existing) {
        Optional<HttpNames> before = existing.flatMap(Forward::http);
        wanted.set(before.isPresent());
        names =
                new Field<>(
                        before.map(HttpNames::toString).orElse("").replace(",", ", "),
                        text -> Reading.of(() -> HttpNames.parse(text)));
        possible =
                Bindings.createBooleanBinding(
                        () -> server.protocol().get() == Protocol.TCP && onePort(server),
                        server.protocol(),
                        server.ports().reading());
        on = wanted.and(possible);
        reading = Bindings.createObjectBinding(this::read, on, names.reading());
    }

    private static boolean onePort(ServerDraft server) {
        return server.ports().reading().get().good().map(PortRange::size).orElse(1) == 1;
    }

    private Reading<Optional<HttpNames>> read() {
        return on.get()
                ? names.reading().get().then(given -> new Reading.Good<>(Optional.of(given)))
                : new Reading.Good<>(Optional.empty());
    }

    /** Whether it is asked for. */
    BooleanProperty wanted() {
        return wanted;
    }

    /** Whether it can be: for one TCP port. */
    BooleanBinding possible() {
        return possible;
    }

    /** Whether it is asked for and can be. */
    BooleanBinding on() {
        return on;
    }

    /** The further names under which visitors may ask. */
    Field<HttpNames> names() {
        return names;
    }

    /** What to say of the names; nothing while they don't count. */
    ObservableValue<Optional<Sentence>> complaint() {
        return names.complaintWhere(on);
    }

    /** The names; none where bytes are passed on as they are. */
    ObjectBinding<Reading<Optional<HttpNames>>> reading() {
        return reading;
    }
}
