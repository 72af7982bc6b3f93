package app.naru.ui.settings;

import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.ui.AudienceDraft;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A preset of the user's own while it is edited. */
final class PresetDraft {

    private final String id;
    private final Field<ForwardName> name;
    private final Field<PortRange> ports;
    private final AudienceDraft audience;
    private final Field<HttpNames> httpNames;
    private final ObjectProperty<Protocol> protocol;
    private final BooleanProperty http;
    private final ObjectBinding<Reading<Preset>> reading;

    /**
     * @param taken whether another preset has that name
     */
    PresetDraft(Preset before, Predicate<ForwardName> taken) {
        id = before.id();
        name = new Field<>(before.name().text(), text -> readName(text, taken));
        ports =
                new Field<>(
                        before.ports().toString(), text -> Reading.of(() -> PortRange.parse(text)));
        audience = AudienceDraft.of(before);
        httpNames =
                new Field<>(
                        before.http().map(HttpNames::toString).orElse(""),
                        text -> Reading.of(() -> HttpNames.parse(text)));
        protocol = new SimpleObjectProperty<>(before.protocol());
        http = new SimpleBooleanProperty(before.http().isPresent());
        reading =
                Bindings.createObjectBinding(
                        this::read,
                        name.reading(),
                        ports.reading(),
                        audience.audience(),
                        audience.lifetime(),
                        httpNames.reading(),
                        protocol,
                        http);
    }

    private static Reading<ForwardName> readName(String text, Predicate<ForwardName> taken) {
        return Reading.of(() -> {
            ForwardName read = ForwardName.parse(text);
            if (taken.test(read)) {
                throw new InvalidInput("preset.taken", read);
            }
            return read;
        });
    }

    private Reading<Preset> read() {
        return Stream.of(
                        name.reading(),
                        ports.reading(),
                        audience.audience(),
                        audience.lifetime(),
                        httpNames.reading())
                .flatMap(each -> each.get().problem().stream())
                .findFirst()
                .<Reading<Preset>>map(Reading.Bad::new)
                .orElseGet(() -> Reading.of(this::put));
    }

    private Preset put() {
        return new Preset(
                id,
                name.reading().get().orThrow(),
                protocol.get(),
                ports.reading().get().orThrow(),
                audience.audience().get().orThrow(),
                audience.lifetime().get().orThrow(),
                http.get() ? Optional.of(httpNames.reading().get().orThrow()) : Optional.empty());
    }

    Field<ForwardName> name() {
        return name;
    }

    Field<PortRange> ports() {
        return ports;
    }

    /** Who may come, and for how long. */
    AudienceDraft audience() {
        return audience;
    }

    /** Further names; count only in HTTP mode. */
    Field<HttpNames> httpNames() {
        return httpNames;
    }

    ObjectProperty<Protocol> protocol() {
        return protocol;
    }

    BooleanProperty http() {
        return http;
    }

    /** The preset, or the first thing that is not right. */
    ObjectBinding<Reading<Preset>> reading() {
        return reading;
    }
}
