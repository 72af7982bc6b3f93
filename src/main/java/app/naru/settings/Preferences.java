package app.naru.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * What the user chose about Naru itself.
 *
 * @param language a language tag, {@code en} or {@code ko}; empty to follow the system
 * @param toldAboutTray whether the user was told that the closed window lives on in the tray
 */
public record Preferences(Optional<String> language, Theme theme, boolean toldAboutTray) {

    public static final Preferences DEFAULT =
            new Preferences(Optional.empty(), Theme.SYSTEM, false);

    /** The look. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Returns the language to speak, the system's unless one was chosen. */
    public Locale languageOr(Locale system) {
        return language.map(Locale::forLanguageTag).orElse(system);
    }

    public Preferences withLanguage(Optional<String> other) {
        return new Preferences(other, theme, toldAboutTray);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(language, other, toldAboutTray);
    }

    public Preferences withToldAboutTray() {
        return new Preferences(language, theme, true);
    }
}
