package app.naru.diagnosis;

import app.naru.path.HopKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be looked at.
 *
 * @param before what was seen the last time; empty for nothing
 * @param from the hop from which outwards it is looked; what lies before it is as it was
 * @param outside whether someone outside is asked to come
 * @param device how long a device of the same network is awaited; empty for not at all
 * @param quiet whether nobody asked for it: visits that were awaited in vain before still count
 */
public record Inquiry(
        Subject subject,
        Optional<Examination> before,
        HopKind from,
        boolean outside,
        Optional<Duration> device,
        boolean quiet) {

    /** Returns the inquiry into the whole way, as far as this PC can tell alone. */
    public static Inquiry into(Subject subject, Optional<Examination> before) {
        return new Inquiry(subject, before, HopKind.SERVER, false, Optional.empty(), false);
    }

    /** Returns the same from that hop outwards. */
    public Inquiry from(HopKind hop) {
        return new Inquiry(subject, before, hop, outside, device, quiet);
    }

    /** Returns the same with a visit from outside. */
    public Inquiry withOutside() {
        return new Inquiry(subject, before, from, true, device, quiet);
    }

    /** Returns the same with a visit by a device of the same network, awaited that long. */
    public Inquiry withDevice(Duration limit) {
        return new Inquiry(subject, before, from, outside, Optional.of(limit), quiet);
    }

    /** Returns the same for a look that nobody asked for. */
    public Inquiry quietly() {
        return new Inquiry(subject, before, from, outside, device, true);
    }

    /** Visits in vain that a look which asks nobody can't have overtaken. */
    Optional<Seen> stillTrue() {
        return before.filter(last -> quiet).map(last -> last.it().seen());
    }

    /** What was seen at the hops that are not looked at again. */
    Optional<Seen> kept() {
        return before.filter(last -> from.compareTo(HopKind.WSL) > 0).map(last -> last.it().seen());
    }

    Remembered remembered() {
        return before.map(Examination::remembered).orElse(Remembered.NOTHING);
    }
}
