package app.naru.ui;

import app.naru.internet.OutsideView;
import app.naru.path.Forwards;
import app.naru.path.SavedForwards;
import app.naru.settings.AutoStart;
import app.naru.settings.Settings;
import app.naru.text.Texts;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What windows are made from.
 *
 * @param preferences what the user chose about Naru itself
 * @param pages the pages of the main window
 * @param checks whether others reach a forward, and why not
 * @param outside what the Internet sees, asked for only when it is wanted
 * @param autoStart has Naru start with the system; empty where that can't be
 * @param browser opens a link in the user's browser; may be called on the JavaFX thread
 * @param clipboard takes a text to be pasted elsewhere
 */
public record UiContext(
        Texts texts,
        Settings settings,
        PreferencesViewModel preferences,
        PageOpener pages,
        SavedForwards savedForwards,
        Forwards forwards,
        LiveSituation live,
        Checks checks,
        OutsideView outside,
        Optional<AutoStart> autoStart,
        BackgroundTasks tasks,
        Clock clock,
        Consumer<URI> browser,
        Consumer<String> clipboard) {

    /** Returns the same in another language. */
    public UiContext withTexts(Texts other) {
        return new UiContext(
                other,
                settings,
                preferences,
                pages,
                savedForwards,
                forwards,
                live,
                checks,
                outside,
                autoStart,
                tasks,
                clock,
                browser,
                clipboard);
    }

    /** Returns the loader of FXML files in this language. */
    public Fxml fxml() {
        return new Fxml(texts);
    }
}
