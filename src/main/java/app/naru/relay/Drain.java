package app.naru.relay;

import java.time.Duration;

/**
 * What connections that are under way get when their relay closes.
 *
 * @param limit the longest that any of them may take
 * @param quiet for how long nothing may pass on any of them before they are ended: a browser keeps
 *     connections that it has no use for any more
 */
public record Drain(Duration limit, Duration quiet) {

    /** Everyone gets what was begun, if that is not too long; the one who closes can see it. */
    public static final Drain PATIENT = new Drain(Duration.ofSeconds(15), Duration.ofSeconds(2));
}
