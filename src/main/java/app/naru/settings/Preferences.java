package app.naru.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user chose about Naru itself.
 *
 * @param language a language tag, {@code en} or {@code ko}; empty to follow the system
 * @param toldAboutTray whether the user was told that the closed window lives on in the tray
 * @param closeToTray whether the closed window lives on in the tray, where there is one
 * @param notifications whether the tray tells what has happened without being asked
 * @param details whether commands and registry values are shown
 * @param limits how many connections relays let in
 */
public record Preferences(
        Optional<String> language,
        Theme theme,
        boolean toldAboutTray,
        boolean closeToTray,
        boolean notifications,
        boolean details,
        RelayLimits limits) {

    public static final Preferences DEFAULT =
            new Preferences(
                    Optional.empty(), Theme.SYSTEM, false, true, true, false, RelayLimits.DEFAULT);

    /** The look. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Reads a file; what an earlier Naru did not know yet is as it is by default. */
    @JsonCreator
    static Preferences read(
            @JsonProperty("language") Optional<String> language,
            @JsonProperty("theme") Optional<Theme> theme,
            @JsonProperty("toldAboutTray") Optional<Boolean> toldAboutTray,
            @JsonProperty("closeToTray") Optional<Boolean> closeToTray,
            @JsonProperty("notifications") Optional<Boolean> notifications,
            @JsonProperty("details") Optional<Boolean> details,
            @JsonProperty("limits") Optional<RelayLimits> limits) {
        return new Preferences(
                language,
                theme.orElse(DEFAULT.theme),
                toldAboutTray.orElse(DEFAULT.toldAboutTray),
                closeToTray.orElse(DEFAULT.closeToTray),
                notifications.orElse(DEFAULT.notifications),
                details.orElse(DEFAULT.details),
                limits.orElse(DEFAULT.limits));
    }

    /** Returns the language to speak, the system's unless one was chosen. */
    public Locale languageOr(Locale system) {
        return language.map(Locale::forLanguageTag).orElse(system);
    }

    public Preferences withLanguage(Optional<String> other) {
        return new Preferences(
                other, theme, toldAboutTray, closeToTray, notifications, details, limits);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(
                language, other, toldAboutTray, closeToTray, notifications, details, limits);
    }

    public Preferences withToldAboutTray() {
        return new Preferences(language, theme, true, closeToTray, notifications, details, limits);
    }

    public Preferences withCloseToTray(boolean other) {
        return new Preferences(
                language, theme, toldAboutTray, other, notifications, details, limits);
    }

    public Preferences withNotifications(boolean other) {
        return new Preferences(language, theme, toldAboutTray, closeToTray, other, details, limits);
    }

    public Preferences withDetails(boolean other) {
        return new Preferences(
                language, theme, toldAboutTray, closeToTray, notifications, other, limits);
    }

    public Preferences withLimits(RelayLimits other) {
        return new Preferences(
                language, theme, toldAboutTray, closeToTray, notifications, details, other);
    }
}
