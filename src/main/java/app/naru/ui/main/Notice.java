package app.naru.ui.main;

import app.naru.firewall.PortProxyEntry;
import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.path.Journal;
import java.util.List;
import java.util.Optional;

/** Something that the window tells at its top until it is dismissed. */
sealed interface Notice {

    /** Something that the user should know. */
    record Told(Sentence sentence) implements Notice {}

    /** A way that worked and no longer does; goes when it works again. */
    record Failing(String forwardId, Sentence sentence) implements Notice {}

    /**
     * That a forward is gone, and what that took back; goes by itself after a while.
     *
     * @param stillListens whether devices of the network reach its server without Naru
     */
    record Removed(Sentence sentence, boolean stillListens) implements Notice {}

    /** Changes that a Naru which ended unexpectedly has left in place. */
    record LeftOver(List<Journal.Entry> entries) implements Notice {
        public LeftOver {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry of Windows' own port proxy that leads into WSL, whose address changes. A forward can
     * take its place.
     */
    record Proxied(PortProxyEntry entry) implements Notice {}

    /**
     * A forward that could not be opened.
     *
     * @param otherPort a port that would do instead
     */
    record NotOpened(Forward forward, Sentence why, Optional<Port> otherPort) implements Notice {}
}
