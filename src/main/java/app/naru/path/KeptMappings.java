package app.naru.path;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.router.Mapping;
import app.naru.settings.JsonFile;
import app.naru.settings.SettingsFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mappings made on the command line, kept in a file: with PCP, only who knows a mapping's nonce
 * can take it back.
 */
public final class KeptMappings {

    private static final int VERSION = 1;

    private final JsonFile<Content> file;
    private final Clock clock;

    /** The file's content. */
    private record Content(List<Mapping> mappings) {}

    public KeptMappings(SettingsFolder folder, Clock clock) {
        this.file = new JsonFile<>(folder.mappings(), VERSION, Content.class, clock);
        this.clock = clock;
    }

    /** Returns the mappings whose lease is not over. */
    public List<Mapping> all() throws IOException {
        Instant now = clock.instant();
        return file.read().usable().map(Content::mappings).orElse(List.of()).stream()
                .filter(mapping -> mapping.standsAt(now))
                .toList();
    }

    /** Returns the mapping to that port of this PC. */
    public Optional<Mapping> find(Protocol protocol, Port port) throws IOException {
        return all().stream().filter(mapping -> mapping.sameInside(protocol, port)).findFirst();
    }

    /** Keeps the mapping, in the place of the one to the same port. */
    public void put(Mapping mapping) throws IOException {
        List<Mapping> changed = without(mapping.protocol(), mapping.internalPort());
        changed.add(mapping);
        file.write(new Content(changed));
    }

    /** Forgets the mapping to that port. */
    public void remove(Protocol protocol, Port port) throws IOException {
        file.write(new Content(without(protocol, port)));
    }

    private List<Mapping> without(Protocol protocol, Port port) throws IOException {
        List<Mapping> changed = new ArrayList<>(all());
        changed.removeIf(mapping -> mapping.sameInside(protocol, port));
        return changed;
    }
}
