package app.naru.relay;

/**
 * What a relay's counters come to: another one whenever any of them has changed. For those who ask
 * that again and again; it is made of a few additions, where a {@link RelaySnapshot} tells all.
 *
 * @param events goes up with each visit that begins, ends, fails or is turned away
 * @param bytes those that passed, both directions together
 */
public record Tally(long events, long bytes) {

    /** That of no relay. */
    public static final Tally NONE = new Tally(0, 0);

    /** Returns both together. */
    public Tally and(Tally other) {
        return new Tally(events + other.events, bytes + other.bytes);
    }
}
