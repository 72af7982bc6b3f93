package app.naru.settings;

import app.naru.forward.Preset;
import app.naru.forward.Sentence;
import app.naru.settings.JsonFile.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The forwards, presets, preferences and Internet services of this user, kept in files. Every
 * change is on the disk when the method returns.
 */
public final class Settings {

    private static final int VERSION = 1;

    private final JsonFile<ForwardsContent> forwardsFile;
    private final JsonFile<PresetsContent> presetsFile;
    private final JsonFile<Preferences> preferencesFile;
    private final JsonFile<InternetServices> internetFile;
    private final Map<String, SavedForward> forwards = new LinkedHashMap<>();
    private final List<Sentence> troubles = new ArrayList<>();
    private final SettingsFolder folder;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private List<Preset> presets;
    private Preferences preferences;
    private InternetServices internet;

    /** The forwards' file. */
    private record ForwardsContent(List<SavedForward> forwards) {}

    /** The presets' file. */
    private record PresetsContent(List<Preset> presets) {}

    /**
     * Reads the files. A damaged one is set aside, told in {@link #troubles()}, and the last good
     * copy is taken.
     *
     * @throws IOException if a file is there but can't be read at all, or a newer Naru wrote it
     */
    public Settings(SettingsFolder folder, Clock clock) throws IOException {
        this.folder = folder;
        forwardsFile = new JsonFile<>(folder.forwards(), VERSION, ForwardsContent.class, clock);
        presetsFile = new JsonFile<>(folder.presets(), VERSION, PresetsContent.class, clock);
        preferencesFile = new JsonFile<>(folder.preferences(), VERSION, Preferences.class, clock);
        internetFile = new JsonFile<>(folder.internet(), VERSION, InternetServices.class, clock);
        told(folder.forwards(), forwardsFile.read())
                .ifPresent(content ->
                        content.forwards()
                                .forEach(saved -> forwards.put(saved.forward().id(), saved)));
        presets =
                told(folder.presets(), presetsFile.read())
                        .map(content -> List.copyOf(content.presets()))
                        .orElse(List.of());
        preferences =
                told(folder.preferences(), preferencesFile.read()).orElse(Preferences.DEFAULT);
        internet = told(folder.internet(), internetFile.read()).orElse(InternetServices.DEFAULT);
    }

    private <T> Optional<T> told(Path file, Loaded<T> loaded) {
        if (loaded instanceof Loaded.Damaged<T>(Path setAside, Optional<T> lastGood)) {
            String key =
                    lastGood.isPresent() ? "settings.damaged.recovered" : "settings.damaged.lost";
            troubles.add(Sentence.of(key, file.getFileName(), setAside.getFileName()));
        }
        return loaded.usable();
    }

    /** Returns where the files are. */
    public SettingsFolder folder() {
        return folder;
    }

    /** Returns what the user has to be told about the files that were read. */
    public List<Sentence> troubles() {
        return List.copyOf(troubles);
    }

    /** Calls back, on the thread that made the change, whenever other forwards are kept. */
    public void watchForwards(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Returns the forwards, oldest first. */
    public synchronized List<SavedForward> forwards() {
        return List.copyOf(forwards.values());
    }

    /** Keeps the forward, in the place of the one with the same id. */
    public synchronized void put(SavedForward saved) throws IOException {
        Map<String, SavedForward> changed = new LinkedHashMap<>(forwards);
        changed.put(saved.forward().id(), saved);
        write(changed);
    }

    /** Forgets the forward of that id, if there is one. */
    public synchronized void remove(String id) throws IOException {
        Map<String, SavedForward> changed = new LinkedHashMap<>(forwards);
        if (changed.remove(id) != null) {
            write(changed);
        }
    }

    /** Keeps these forwards, each in the place of the one with the same id. */
    synchronized void putAll(List<SavedForward> more) throws IOException {
        Map<String, SavedForward> changed = new LinkedHashMap<>(forwards);
        more.forEach(saved -> changed.put(saved.forward().id(), saved));
        write(changed);
    }

    private void write(Map<String, SavedForward> changed) throws IOException {
        forwardsFile.write(new ForwardsContent(List.copyOf(changed.values())));
        forwards.clear();
        forwards.putAll(changed);
        watchers.forEach(Runnable::run);
    }

    /** Returns the presets of the user's own, oldest first. */
    public synchronized List<Preset> presets() {
        return presets;
    }

    /** Keeps these presets and no others. */
    public synchronized void presets(List<Preset> changed) throws IOException {
        List<Preset> whole = List.copyOf(changed);
        presetsFile.write(new PresetsContent(whole));
        presets = whole;
    }

    public synchronized Preferences preferences() {
        return preferences;
    }

    public synchronized void preferences(Preferences changed) throws IOException {
        preferencesFile.write(changed);
        preferences = changed;
    }

    /** Returns whom Naru may contact on the Internet. */
    public synchronized InternetServices internet() {
        return internet;
    }

    public synchronized void internet(InternetServices changed) throws IOException {
        internetFile.write(changed);
        internet = changed;
    }
}
