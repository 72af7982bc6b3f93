package app.naru.ui;

import app.naru.forward.Sentence;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** A text that a person types, read anew at every change. */
public final class Field<T> {

    private final StringProperty text;
    private final Function<String, Reading<T>> parser;
    private final ReadOnlyObjectWrapper<Reading<T>> reading;
    private final ReadOnlyObjectWrapper<Optional<Sentence>> complaint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean touched;

    /**
     * @param parser says what a text means
     * @param alsoReads what else the parser looks at
     */
    public Field(String initial, Function<String, Reading<T>> parser, Observable... alsoReads) {
        this.text = new SimpleStringProperty(initial);
        this.parser = parser;
        this.reading = new ReadOnlyObjectWrapper<>(parser.apply(initial));
        this.touched = !initial.isEmpty();
        text.addListener((observed, before, now) -> {
            touched = true;
            read();
        });
        for (Observable each : alsoReads) {
            each.addListener(changed -> read());
        }
        complain();
    }

    /**
     * Returns a field that may stay empty.
     *
     * @param parser says what a text means, or throws {@link app.naru.forward.InvalidInput}
     */
    public static <T> Field<Optional<T>> optional(Function<String, T> parser) {
        return new Field<>(
                "",
                text ->
                        Reading.of(() ->
                                text.isBlank()
                                        ? Optional.empty()
                                        : Optional.of(parser.apply(text))));
    }

    private void read() {
        reading.set(parser.apply(text.get() == null ? "" : text.get()));
        complain();
    }

    /** Nobody is told off for a field that they have not come to yet. */
    private void complain() {
        complaint.set(touched ? reading.get().problem() : Optional.empty());
    }

    public StringProperty text() {
        return text;
    }

    /** Sets what nobody typed, and nobody is told off for. */
    public void suggest(String suggested) {
        boolean before = touched;
        text.set(suggested);
        touched = before;
        complain();
    }

    public ReadOnlyObjectProperty<Reading<T>> reading() {
        return reading.getReadOnlyProperty();
    }

    /** What to say below a field that only counts in some cases. */
    public ObservableValue<Optional<Sentence>> complaintWhere(ObservableBooleanValue counts) {
        return Bindings.createObjectBinding(
                () -> counts.get() ? complaint.get() : Optional.empty(), complaint, counts);
    }

    /** What to say below the field: empty while it is right, or still untouched. */
    public ReadOnlyObjectProperty<Optional<Sentence>> complaint() {
        return complaint.getReadOnlyProperty();
    }
}
