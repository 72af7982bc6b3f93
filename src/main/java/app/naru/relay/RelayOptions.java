package app.naru.relay;

import java.time.Duration;

/**
 * How a relay does its work, where the default does not fit.
 *
 * @param connectLimit how long each target has to answer before the next is tried
 */
public record RelayOptions(Duration connectLimit) {

    public static final RelayOptions DEFAULT = new RelayOptions(Duration.ofSeconds(3));

    /** Returns the same with that time for each target. */
    public RelayOptions withConnectLimit(Duration limit) {
        return new RelayOptions(limit);
    }
}
