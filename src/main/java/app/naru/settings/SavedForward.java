package app.naru.settings;

import app.naru.forward.Forward;
import java.time.Instant;
import java.util.Optional;

/**
 * A forward as it survives a restart.
 *
 * @param on whether it is to be open
 * @param until when it closes by itself; empty for never
 */
public record SavedForward(Forward forward, boolean on, Optional<Instant> until) {

    /** Returns it switched off. */
    public SavedForward off() {
        return new SavedForward(forward, false, Optional.empty());
    }
}
