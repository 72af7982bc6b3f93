package app.naru.diagnosis;

import java.util.Optional;

/**
 * What a visit from outside has shown.
 *
 * @param arrived whether it got an answer
 * @param relaySawIt whether the relay had a visitor meanwhile; empty where there is no relay to ask
 * @param highPortPasses whether another, high port got through; empty where that was not tried
 * @param fromInside whether this PC itself gets to the public address; empty where that was not
 *     tried
 */
public record OutsideSight(
        boolean arrived,
        Optional<Boolean> relaySawIt,
        Optional<Boolean> highPortPasses,
        Optional<Boolean> fromInside) {}
