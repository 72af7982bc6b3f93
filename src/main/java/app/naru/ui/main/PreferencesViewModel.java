package app.naru.ui.main;

import app.naru.settings.Preferences;
import app.naru.settings.Settings;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the user chose about Naru itself; takes effect at once and is kept. */
final class PreferencesViewModel {

    private final Settings settings;
    private final BackgroundTasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Preferences> preferences;

    PreferencesViewModel(Settings settings, BackgroundTasks tasks, Notices notices) {
        this.settings = settings;
        this.tasks = tasks;
        this.notices = notices;
        this.preferences = new ReadOnlyObjectWrapper<>(settings.preferences());
    }

    ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    /**
     * @param tag {@code en} or {@code ko}; empty to follow the system
     */
    void chooseLanguage(Optional<String> tag) {
        change(before -> before.withLanguage(tag));
    }

    void chooseTheme(Preferences.Theme theme) {
        change(before -> before.withTheme(theme));
    }

    /** Keeps in mind that the user knows where a closed window is. */
    void toldAboutTray() {
        change(Preferences::withToldAboutTray);
    }

    private void change(UnaryOperator<Preferences> how) {
        Preferences changed = how.apply(preferences.get());
        if (changed.equals(preferences.get())) {
            return;
        }
        preferences.set(changed);
        tasks.task(
                        () -> {
                            settings.preferences(changed);
                            return changed;
                        })
                .onFailure(IOException.class, notices::unwritable)
                .run();
    }
}
