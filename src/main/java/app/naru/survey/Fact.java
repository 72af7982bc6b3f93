package app.naru.survey;

import app.naru.forward.Sentence;
import java.util.Optional;
import java.util.function.Function;

/** Something about this PC: found out, being looked for, or not to be had, with the reason. */
public sealed interface Fact<T> {

    record Known<T>(T value) implements Fact<T> {}

    record Pending<T>() implements Fact<T> {}

    record Unknown<T>(Sentence reason) implements Fact<T> {}

    /** Why it is not known where this PC took too long to tell it; the seconds go with it. */
    String TOO_SLOW = "survey.tooSlow";

    /** Returns this, or what was known before where this PC took too long to tell it again. */
    default Fact<T> orBefore(Fact<T> before) {
        boolean late = this instanceof Unknown<T>(Sentence reason) && reason.key().equals(TOO_SLOW);
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
            case Unknown<T>(Sentence reason) -> new Unknown<>(reason);
        };
    }
}
