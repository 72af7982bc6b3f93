package app.naru.instance;

import app.naru.forward.Forward;
import app.naru.path.ForwardStatus;
import app.naru.path.Link;
import app.naru.relay.RelaySnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A forward as the process that has it open tells of it.
 *
 * @param until when it closes by itself; empty for never
 * @param traffic what went through its relay; empty where it has none
 * @param links what to hand out, the likeliest first
 */
public record OpenElsewhere(
        Forward forward,
        ForwardStatus.State state,
        Optional<Instant> until,
        Optional<RelaySnapshot> traffic,
        List<String> links) {

    public OpenElsewhere {
        links = List.copyOf(links);
    }

    static OpenElsewhere of(ForwardStatus status) {
        return new OpenElsewhere(
                status.forward(),
                status.state(),
                status.until(),
                status.traffic(),
                status.links().stream().map(Link::text).toList());
    }
}
