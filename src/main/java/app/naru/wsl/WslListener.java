package app.naru.wsl;

import app.naru.server.Listener;
import java.util.Optional;

/**
 * A socket that waits inside WSL.
 *
 * @param distro the distribution whose program has it; empty where several run and none of them
 *     tells: they share one network
 */
public record WslListener(Optional<String> distro, Listener listener) {}
