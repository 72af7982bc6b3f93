package app.naru.ui;

import app.naru.forward.Audience;
import app.naru.forward.Lifetime;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.Farewell;
import app.naru.path.ForwardStatus;
import app.naru.path.Link;
import app.naru.relay.LastError;
import app.naru.relay.RelaySnapshot;
import app.naru.text.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** What is said of a forward, in one language. */
public final class ForwardWords {

    private static final String[] SIZES = {"bytes", "kilobytes", "megabytes", "gigabytes"};
    private static final int STEP = 1_024;

    private final Texts texts;
    private final DateTimeFormatter time;

    public ForwardWords(Texts texts) {
        this.texts = texts;
        this.time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(texts.language());
    }

    /** Returns whether it is open, in a word or two. */
    public String state(ForwardStatus status) {
        return switch (Health.of(status)) {
            case PROBLEM -> texts.say("forward.state.problem");
            case CLOSED, CHANGING, OPEN -> texts.say("forward.state." + status.state());
        };
    }

    /** Returns where the server is: {@code port 8000 of this PC}. */
    public String target(ForwardStatus status) {
        return texts.say(
                switch (status.forward().target()) {
                    case Target.ThisPc pc -> Sentence.of("forward.target.thisPc", pc.port());
                    case Target.InWsl wsl ->
                            wsl.named()
                                    .map(name ->
                                            Sentence.of("forward.target.distro", wsl.port(), name))
                                    .orElseGet(() -> Sentence.of("forward.target.wsl", wsl.port()));
                    case Target.Device device -> Sentence.of("forward.target.device", device);
                });
    }

    /** Returns the link to hand out, or what is known of it. */
    public String link(ForwardStatus status) {
        String without = status.links().isEmpty() ? "forward.noLink" : "forward.linkWhenOpen";
        return status.link()
                .map(Link::text)
                .orElseGet(() -> texts.say(without, status.forward().ports()));
    }

    /** Returns who may reach it. */
    public String audience(ForwardStatus status) {
        return texts.say(audience(status.forward().audience()));
    }

    /** Returns the same before it is put into words. */
    public static Sentence audience(Audience audience) {
        return switch (audience) {
            case Audience.ThisNetwork network -> Sentence.of("forward.audience.lan");
            case Audience.Internet internet -> Sentence.of("forward.audience.internet");
            case Audience.Chosen chosen -> Sentence.of("forward.audience.chosen", chosen);
        };
    }

    /**
     * Returns as whose requests the server sees them; empty where they are passed on as they are.
     */
    public Optional<String> http(ForwardStatus status) {
        return status.forward()
                .http()
                .map(given ->
                        given.names().isEmpty()
                                ? texts.say("forward.http")
                                : texts.say(
                                        "forward.http.names", String.join(", ", given.names())));
    }

    /** Returns the connections and bytes so far; empty where nothing counts them. */
    public Optional<String> traffic(ForwardStatus status) {
        return status.traffic().map(this::traffic);
    }

    private String traffic(RelaySnapshot traffic) {
        return texts.say(
                "forward.traffic",
                traffic.open(),
                amount(traffic.bytesIn()),
                amount(traffic.bytesOut()));
    }

    /** Returns the same with what there was since it was opened, and what was refused. */
    public Optional<String> trafficInFull(ForwardStatus status) {
        return status.traffic()
                .map(traffic ->
                        texts.say(
                                "forward.trafficInFull",
                                traffic.open(),
                                traffic.accepted(),
                                amount(traffic.bytesIn()),
                                amount(traffic.bytesOut()),
                                traffic.refused(),
                                traffic.failed()));
    }

    /** Returns what went wrong last, and when, in this PC's time; empty where nothing did. */
    public Optional<String> lastError(ForwardStatus status) {
        return status.traffic().flatMap(RelaySnapshot::lastError).map(this::lastError);
    }

    private String lastError(LastError error) {
        return texts.say(
                "forward.lastError",
                time.format(error.at().atZone(ZoneId.systemDefault())),
                error.failure()
                        .map(why -> texts.say("forward.failure." + why))
                        .orElseGet(() -> texts.say("forward.brokenOff")));
    }

    /** Returns that it stays open for so long. */
    public String remaining(Duration left) {
        return texts.say("forward.remaining", duration(left));
    }

    /** Returns who is still served, and until when at the latest, in this PC's time. */
    public String farewell(Farewell farewell) {
        return texts.say(
                farewell.connections() == 1 ? "forward.farewell.one" : "forward.farewell.many",
                farewell.connections(),
                time.format(farewell.until().atZone(ZoneId.systemDefault())));
    }

    /** Returns a number of bytes as people say it: {@code 1.4 MB}. */
    public String amount(long bytes) {
        double value = bytes;
        int size = 0;
        while (value >= STEP && size < SIZES.length - 1) {
            value /= STEP;
            size++;
        }
        String number =
                size == 0 || value >= 100
                        ? String.format(texts.language(), "%.0f", value)
                        : String.format(texts.language(), "%.1f", value);
        return texts.say("amount." + SIZES[size], number);
    }

    /** Returns for how long it stays open once it is opened. */
    public static Sentence lifetime(Lifetime lifetime) {
        return switch (lifetime) {
            case Lifetime.UntilStopped always -> Sentence.of("forward.lifetime.always");
            case Lifetime.For(Duration time) -> span(time);
        };
    }

    /** Returns a time span in its two largest units, the last begun minute counted whole. */
    public String duration(Duration span) {
        return texts.say(span(span));
    }

    /** Returns how long it takes until a time span that runs out is told otherwise than now. */
    public static Duration untilToldAnew(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return Duration.ofSeconds(seconds <= 60 ? 1 : seconds - (seconds + 59) / 60 * 60 + 60);
    }

    /** Returns the same before it is put into words. */
    public static Sentence span(Duration span) {
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return Sentence.of("amount.seconds", Math.max(0, span.toSeconds()));
        }
        Duration whole = span.plusSeconds(59);
        if (whole.toHours() == 0) {
            return Sentence.of("amount.minutes", whole.toMinutes());
        }
        if (whole.toDays() == 0) {
            return whole.toMinutesPart() == 0
                    ? Sentence.of("amount.hours.whole", whole.toHours())
                    : Sentence.of("amount.hours", whole.toHours(), whole.toMinutesPart());
        }
        return whole.toHoursPart() == 0
                ? Sentence.of("amount.days.whole", whole.toDays())
                : Sentence.of("amount.days", whole.toDays(), whole.toHoursPart());
    }
}
