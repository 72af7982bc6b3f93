package app.naru.survey;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

/**
 * Looks at one part of this PC.
 *
 * @param part the part's name: its text is {@code survey.part.NAME}
 * @param limit how long it may take before the part is unknown
 * @param source looks; may block, is interrupted when its limit is over
 * @param into puts what was found into a situation
 */
public record Collector<T>(
        String part,
        Duration limit,
        Callable<Fact<T>> source,
        BiFunction<Situation, Fact<T>, Situation> into) {}
