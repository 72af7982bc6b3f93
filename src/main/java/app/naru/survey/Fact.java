package app.naru.survey;

import app.naru.forward.Sentence;
import java.util.Optional;
import java.util.function.Function;

/** Something about this PC: found out, being looked for, or not to be had, with the reason. */
public sealed interface Fact<T> {

    record Known<T>(T value) implements Fact<T> {}

    record Pending<T>() implements Fact<T> {}

    /**
     * Not to be had.
     *
     * @param late whether this PC took too long to tell it
     */
    record Unknown<T>(Sentence reason, boolean late) implements Fact<T> {

        public Unknown(Sentence reason) {
            this(reason, false);
        }
    }

    /** Returns this, or what was known before where this PC took too long to tell it again. */
    default Fact<T> orBefore(Fact<T> before) {
        boolean late = this instanceof Unknown<T> unknown && unknown.late();
        return late && before.known().isPresent() ? before : this;
    }

    /** Returns the value where it is known. */
    default Optional<T> known() {
        return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Returns what follows from the value; what is not known stays so. */
    default <R> Fact<R> map(Function<T, R> function) {
        return switch (this) {
            case Known<T>(T value) -> new Known<>(function.apply(value));
            case Pending<T> pending -> new Pending<>();
            case Unknown<T>(Sentence reason, boolean late) -> new Unknown<>(reason, late);
        };
    }
}
