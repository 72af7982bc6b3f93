package app.naru.router;

import java.util.Optional;
import java.util.function.Function;

/** What came of asking a router. */
public sealed interface Answer<T> {

    /** It was done, or told. */
    record Got<T>(T value) implements Answer<T> {}

    /** It was not, and why. */
    record Refused<T>(Refusal why) implements Answer<T> {}

    static <T> Answer<T> got(T value) {
        return new Got<>(value);
    }

    static <T> Answer<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    /** Returns what was got; empty where it was refused. */
    default Optional<T> result() {
        return switch (this) {
            case Got<T>(T value) -> Optional.of(value);
            case Refused<T> refused -> Optional.empty();
        };
    }

    /** Returns why it was refused; empty where it was not. */
    default Optional<Refusal> refusal() {
        return switch (this) {
            case Got<T> got -> Optional.empty();
            case Refused<T>(Refusal why) -> Optional.of(why);
        };
    }

    /** Returns the answer with what was got turned into something else. */
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Got<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal why) -> refused(why);
        };
    }
}
