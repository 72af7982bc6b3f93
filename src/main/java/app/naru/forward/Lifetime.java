package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a forward stays open: {@code 90s}, {@code 30m}, {@code 2h}, {@code 1d}, {@code 1h30m},
 * or {@code always}. People may also write {@code 1 hour 30 minutes} or {@code 1시간 30분}.
 */
public sealed interface Lifetime {

    /** Returns when a forward opened at {@code start} closes by itself; empty for never. */
    Optional<Instant> end(Instant start);

    /** Until someone stops it. */
    record UntilStopped() implements Lifetime {
        @Override
        public Optional<Instant> end(Instant start) {
            return Optional.empty();
        }

        @Override
        @JsonValue
        public String toString() {
            return "always";
        }
    }

    /**
     * For a while, then it closes by itself.
     *
     * @param duration from one second to 365 days; parts of a second are cut off
     */
    record For(Duration duration) implements Lifetime {

        static final Duration LONGEST = Duration.ofDays(365);

        public For {
            if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
                throw new InvalidInput("lifetime.range", text(duration), LONGEST.toDays());
            }
            duration = duration.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public Optional<Instant> end(Instant start) {
            return Optional.of(start.plus(duration));
        }

        @Override
        @JsonValue
        public String toString() {
            return text(duration);
        }

        private static String text(Duration duration) {
            StringBuilder text = new StringBuilder();
            append(text, duration.toDaysPart(), 'd');
            append(text, duration.toHoursPart(), 'h');
            append(text, duration.toMinutesPart(), 'm');
            append(text, duration.toSecondsPart(), 's');
            return text.isEmpty() ? "0s" : text.toString();
        }

        private static void append(StringBuilder text, long amount, char unit) {
            if (amount > 0) {
                text.append(amount).append(unit);
            }
        }
    }

    /**
     * Reads days, hours, minutes and seconds in that order, as letters or as words, or {@code
     * always}.
     *
     * @throws InvalidInput if it is neither, or outside of one second to 365 days
     */
    @JsonCreator
    static Lifetime parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("always")) {
            return new UntilStopped();
        }
        Matcher parts = Syntax.PARTS.matcher(lower);
        if (lower.isEmpty() || !parts.matches()) {
            throw new InvalidInput("lifetime", text);
        }
        Duration duration =
                Duration.ofDays(amount(parts.group(1)))
                        .plusHours(amount(parts.group(2)))
                        .plusMinutes(amount(parts.group(3)))
                        .plusSeconds(amount(parts.group(4)));
        return new For(duration);
    }

    private static long amount(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** An interface can't hide a constant; this can. */
    final class Syntax {
        private static final Pattern PARTS =
                Pattern.compile(
                        part("d|days?|일")
                                + part("h|hours?|시간")
                                + part("m|min|minutes?|분")
                                + part("s|sec|seconds?|초"));

        private static String part(String units) {
            return "(?:(\\d{1,9})\\s*(?:" + units + ")\\s*)?";
        }

        private Syntax() {}
    }
}
