package app.naru.ui;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an entry means: a value, or why it can't be taken. */
public sealed interface Reading<T> {

    record Good<T>(T value) implements Reading<T> {}

    record Bad<T>(Sentence why) implements Reading<T> {}

    /** Returns what the parser makes of it. */
    static <T> Reading<T> of(Supplier<T> parser) {
        try {
            return new Good<>(parser.get());
        } catch (InvalidInput e) {
            return new Bad<>(e.sentence());
        }
    }

    /** Returns that it can't be taken, with the text of that key. */
    static <T> Reading<T> bad(String key, Object... arguments) {
        return new Bad<>(Sentence.of(key, arguments));
    }

    /** Returns the value where there is one. */
    default Optional<T> good() {
        return this instanceof Good<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /**
     * @throws IllegalStateException if it can't be taken
     */
    default T orThrow() {
        return good().orElseThrow(() -> new IllegalStateException("not readable: " + this));
    }

    /** Returns why it can't be taken; empty where it can. */
    default Optional<Sentence> problem() {
        return this instanceof Bad<T>(Sentence why) ? Optional.of(why) : Optional.empty();
    }

    /** Returns what follows from the value; what can't be taken stays so. */
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return switch (this) {
            case Good<T>(T value) -> next.apply(value);
            case Bad<T>(Sentence why) -> new Bad<>(why);
        };
    }
}
