package app.naru.settings;

import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.InvalidInput;
import app.naru.forward.Preset;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes all settings out into one file, and takes them in from one. Nothing is lost by that. */
public final class SettingsTransfer {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final VersionedJson<SettingsBundle> json = new VersionedJson<>(1, SettingsBundle.class);
    private final Settings settings;
    private final Clock clock;

    public SettingsTransfer(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of taking settings in.
     *
     * @param forwards so many were taken
     * @param leftOpen so many are open here and were left as they are
     * @param presets so many were taken
     * @param before where the settings from before are, as an exported file
     */
    public record Taken(int forwards, int leftOpen, int presets, Path before) {}

    /**
     * Writes all settings into a file, in the place of one that is there.
     *
     * @throws IOException if it could not be written; then a file that was there is as it was
     */
    public void exportTo(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path temporary = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            Files.write(temporary, json.bytes(SettingsBundle.of(settings)));
            Files.move(temporary, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Reads such a file. Nothing is taken in yet.
     *
     * @throws InvalidInput if it is none, is damaged, or a newer Naru wrote it
     * @throws IOException if it can't be read at all
     */
    public SettingsBundle read(Path file) throws IOException {
        try {
            return json.read(file);
        } catch (VersionedJson.NewerVersion newer) {
            throw new InvalidInput("settings.newer", file.getFileName());
        } catch (VersionedJson.MissingContent other) {
            throw new InvalidInput("settings.other", file.getFileName());
        } catch (JacksonException damaged) {
            throw new InvalidInput("settings.damaged", file.getFileName(), place(damaged));
        }
    }

    /** Returns the line that is wrong; 0 where the whole is. */
    private static int place(JacksonException damaged) {
        return damaged.getLocation() == null ? 0 : Math.max(0, damaged.getLocation().getLineNr());
    }

    /**
     * Takes settings in. What is here and not in the file stays; of forwards and presets with the
     * same id the file's are taken, switched off, unless they are open here.
     *
     * @param open the ids of the forwards that are open here
     * @throws IOException if the settings could not be written; those from before are in the file
     *     that was written first
     */
    public Taken take(SettingsBundle bundle, Set<String> open) throws IOException {
        Path before = before();
        exportTo(before);
        List<SavedForward> taken =
                renamed(
                        bundle.forwards().stream()
                                .filter(saved -> !open.contains(saved.forward().id()))
                                .map(SavedForward::off)
                                .toList());
        settings.putAll(taken);
        Map<String, Preset> presets = new LinkedHashMap<>();
        settings.presets().forEach(preset -> presets.put(preset.id(), preset));
        bundle.presets().forEach(preset -> presets.put(preset.id(), preset));
        settings.presets(List.copyOf(presets.values()));
        settings.internet(bundle.internet());
        settings.preferences(bundle.preferences());
        return new Taken(
                taken.size(),
                bundle.forwards().size() - taken.size(),
                bundle.presets().size(),
                before);
    }

    private Path before() throws IOException {
        Path folder = Files.createDirectories(settings.folder().path());
        String stamp = STAMP.format(clock.instant().atZone(ZoneId.systemDefault()));
        Path file = folder.resolve("before-import-" + stamp + ".json");
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve("before-import-" + stamp + "-" + n + ".json");
        }
        return file;
    }

    /** Gives those another name whose name a forward of another id has here already. */
    private List<SavedForward> renamed(List<SavedForward> taken) {
        Set<String> ids =
                taken.stream().map(saved -> saved.forward().id()).collect(Collectors.toSet());
        Set<String> names =
                settings.forwards().stream()
                        .map(SavedForward::forward)
                        .filter(forward -> !ids.contains(forward.id()))
                        .map(forward -> lower(forward.name()))
                        .collect(Collectors.toSet());
        List<SavedForward> renamed = new ArrayList<>();
        for (SavedForward saved : taken) {
            Forward forward = saved.forward().named(free(saved.forward().name(), names));
            names.add(lower(forward.name()));
            renamed.add(new SavedForward(forward, saved.on(), saved.until()));
        }
        return renamed;
    }

    private static ForwardName free(ForwardName wanted, Set<String> names) {
        if (!names.contains(lower(wanted))) {
            return wanted;
        }
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(wanted::numbered)
                .filter(name -> !names.contains(lower(name)))
                .findFirst()
                .orElseThrow();
    }

    private static String lower(ForwardName name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
