package app.naru.ui.firewall;

import app.naru.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Fills boxes to choose from, in one language. */
final class Choices {

    private final Texts texts;

    Choices(Texts texts) {
        this.texts = texts;
    }

    /** Returns none of them, and each. */
    static <T> List<Optional<T>> orNone(T[] values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), Stream.of(values).map(Optional::of))
                .toList();
    }

    /**
     * Offers these values and keeps the property and the choice the same.
     *
     * @param key of a value's text
     */
    <T> void offer(ComboBox<T> box, List<T> values, Function<T, String> key, Property<T> property) {
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : texts.say(key.apply(value));
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed there");
                    }
                });
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(property);
    }
}
