package app.naru.settings;

import app.naru.forward.Preset;
import java.util.List;

/** All that a user can take along to another PC, in one file. */
public record SettingsBundle(
        Preferences preferences,
        InternetServices internet,
        List<SavedForward> forwards,
        List<Preset> presets) {

    public SettingsBundle {
        forwards = List.copyOf(forwards);
        presets = List.copyOf(presets);
    }

    static SettingsBundle of(Settings settings) {
        return new SettingsBundle(
                settings.preferences(),
                settings.internet(),
                settings.forwards(),
                settings.presets());
    }
}
