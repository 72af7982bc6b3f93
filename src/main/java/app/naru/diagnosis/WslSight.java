package app.naru.diagnosis;

import app.naru.server.Listener;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of WSL beyond its settings.
 *
 * @param listeners who listens inside of it; empty where that is not known
 * @param hyperVRule whether the Hyper-V firewall has a rule for the port; empty where that is not
 *     known
 */
public record WslSight(Optional<List<Listener>> listeners, Optional<Boolean> hyperVRule) {

    static final WslSight NOTHING = new WslSight(Optional.empty(), Optional.empty());
}
