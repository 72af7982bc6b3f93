package app.naru.cli;

import app.naru.forward.InvalidInput;
import app.naru.forward.Preset;
import app.naru.server.KnownPreset;
import app.naru.server.UsualServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What kind of server it is, for what is not given otherwise. */
final class PresetOption {

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "naru.preset")
    private Optional<String> name = Optional.empty();

    /**
     * Returns the preset of that name; empty where none was asked for.
     *
     * @throws InvalidInput if there is none of that name
     * @throws IOException if the user's own can't be read
     */
    Optional<KnownPreset> find(Context context) throws IOException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<KnownPreset> narus = KnownPreset.find(name.get(), List.of());
        return narus.isPresent() ? narus : Optional.of(own(name.get(), context));
    }

    private static KnownPreset own(String wanted, Context context) throws IOException {
        try (Parts parts = context.open()) {
            List<Preset> own = parts.settings().presets();
            return KnownPreset.find(wanted, own)
                    .orElseThrow(() -> new InvalidInput("preset.unknown", wanted, names(own)));
        }
    }

    private static String names(List<Preset> own) {
        return KnownPreset.all(own).stream()
                .map(each ->
                        each.usual()
                                .map(UsualServer::id)
                                .orElseGet(() -> each.preset().name().text()))
                .collect(Collectors.joining(", "));
    }
}
