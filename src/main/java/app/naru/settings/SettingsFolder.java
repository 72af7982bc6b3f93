package app.naru.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Naru keeps its files. */
public record SettingsFolder(Path path) {

    /**
     * The environment variable that puts the folder elsewhere: for a second set of settings, and
     * for tests.
     */
    public static final String VARIABLE = "NARU_HOME";

    /**
     * Returns the folder of this user on this system: {@code %LOCALAPPDATA%\Naru}, since addresses
     * and firewall rules are this PC's and must not roam; {@code ~/Library/Application
     * Support/Naru}; {@code $XDG_CONFIG_HOME/naru} or {@code ~/.config/naru}.
     *
     * @param systemName {@code os.name}
     * @param home the user's home
     */
    public static SettingsFolder of(Map<String, String> environment, String systemName, Path home) {
        Optional<Path> chosen = variable(environment, VARIABLE);
        if (chosen.isPresent()) {
            return new SettingsFolder(chosen.get());
        }
        if (systemName.startsWith("Windows")) {
            Path local =
                    variable(environment, "LOCALAPPDATA")
                            .orElse(home.resolve("AppData").resolve("Local"));
            return new SettingsFolder(local.resolve("Naru"));
        }
        if (systemName.startsWith("Mac")) {
            return new SettingsFolder(
                    home.resolve("Library").resolve("Application Support").resolve("Naru"));
        }
        Path config = variable(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
        return new SettingsFolder(config.resolve("naru"));
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    public Path forwards() {
        return path.resolve("forwards.json");
    }

    /** Returns the file of the user's own presets. */
    public Path presets() {
        return path.resolve("presets.json");
    }

    public Path preferences() {
        return path.resolve("preferences.json");
    }

    /** Returns the file of whom Naru may contact on the Internet. */
    public Path internet() {
        return path.resolve("internet.json");
    }

    /** Returns the file of what routers were told to send here by the command line. */
    public Path mappings() {
        return path.resolve("router-mappings.json");
    }

    /** Returns the folder with a journal for each process of Naru's. */
    public Path journals() {
        return path.resolve("journal");
    }

    /** Returns the folder in which running processes say where they can be reached. */
    public Path running() {
        return path.resolve("running");
    }
}
