package app.naru.server;

import app.naru.forward.Preset;
import app.naru.forward.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A preset to choose from.
 *
 * @param usual what it is for; empty where it is the user's own
 */
public record KnownPreset(Preset preset, Optional<UsualServer> usual) {

    /** Returns Naru's, and the user's own after them. */
    public static List<KnownPreset> all(List<Preset> own) {
        return Stream.concat(
                        Arrays.stream(UsualServer.values())
                                .map(each -> new KnownPreset(each.preset(), Optional.of(each))),
                        own.stream().map(each -> new KnownPreset(each, Optional.empty())))
                .toList();
    }

    /** Returns the one of that id or, of the user's own, of that name; in any case of letters. */
    public static Optional<KnownPreset> find(String idOrName, List<Preset> own) {
        return all(own).stream()
                .filter(each ->
                        each.preset().id().equalsIgnoreCase(idOrName) || each.isOwnCalled(idOrName))
                .findFirst();
    }

    private boolean isOwnCalled(String name) {
        return usual.isEmpty() && preset.name().text().equalsIgnoreCase(name);
    }

    /** Returns what it is called, for people. */
    public Sentence title() {
        return usual.map(UsualServer::title)
                .orElseGet(() -> Sentence.of("preset.own", preset.name()));
    }

    /** Returns what one who chooses it has to know, the most important first. */
    public List<Sentence> notes() {
        return usual.map(UsualServer::notes).orElse(List.of());
    }

    /** Whether what listens there is this, as far as can be told. */
    public boolean fits(ServerKind kind) {
        return usual.map(each -> each.fits(kind)).orElse(true);
    }
}
