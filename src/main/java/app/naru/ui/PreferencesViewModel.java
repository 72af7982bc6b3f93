package app.naru.ui;

import app.naru.settings.Preferences;
import app.naru.settings.Settings;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the user chose about Naru itself; takes effect at once and is kept. */
public final class PreferencesViewModel {

    private final Settings settings;
    private final BackgroundTasks tasks;
    private final Consumer<IOException> unwritable;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private volatile Preferences latest;

    /**
     * @param unwritable told when what was chosen could not be kept
     */
    public PreferencesViewModel(
            Settings settings, BackgroundTasks tasks, Consumer<IOException> unwritable) {
        this.settings = settings;
        this.tasks = tasks;
        this.unwritable = unwritable;
        this.latest = settings.preferences();
        this.preferences = new ReadOnlyObjectWrapper<>(latest);
    }

    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    /** Returns what is chosen now. */
    public Preferences preferences() {
        return preferences.get();
    }

    /**
     * @param tag {@code en} or {@code ko}; empty to follow the system
     */
    public void chooseLanguage(Optional<String> tag) {
        change(before -> before.withLanguage(tag));
    }

    public void chooseTheme(Preferences.Theme theme) {
        change(before -> before.withTheme(theme));
    }

    /** Keeps in mind that the user knows where a closed window is. */
    public void toldAboutTray() {
        change(Preferences::withToldAboutTray);
    }

    /** Changes any of it. */
    public void change(UnaryOperator<Preferences> how) {
        Preferences changed = how.apply(preferences.get());
        if (changed.equals(preferences.get())) {
            return;
        }
        preferences.set(changed);
        latest = changed;
        tasks.task(this::keep).onFailure(IOException.class, unwritable).run();
    }

    /** Of two choices at once, whichever thread comes last keeps the last one. */
    private Preferences keep() throws IOException {
        synchronized (settings) {
            settings.preferences(latest);
            return latest;
        }
    }
}
