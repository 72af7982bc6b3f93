package app.naru.ui.main;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The main window over a made-up PC, to be looked at: {@code Demo FOLDER en|ko LIGHT|DARK
 * [empty|linux|windows]}.
 */
final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Listener django =
                new Listener(
                        Protocol.TCP,
                        Address.parse("127.0.0.1"),
                        new Port(8000),
                        Optional.of(new Program(7, "python3", Optional.empty(), "")));
        OperatingSystem system =
                arguments[3].equals("windows") ? OperatingSystem.WINDOWS : OperatingSystem.LINUX;
        try (World world = new World(folder, system, List.of(django))) {
            if (!arguments[3].equals("empty")) {
                world.with(World.forward("aaaaaaa1", "Django site", 8000, "8000"))
                        .with(
                                World.forward(
                                        "aaaaaaa2",
                                        "Minecraft",
                                        25565,
                                        "192.168.0.9:25565",
                                        new Audience.Internet()))
                        .with(
                                World.forward(
                                        "aaaaaaa3",
                                        "Vite (front end) with a rather long name that does not fit",
                                        5173,
                                        "wsl:Ubuntu-24.04:5173"));
            }
            world.settings.preferences(
                    Preferences.DEFAULT
                            .withLanguage(Optional.of(arguments[1]))
                            .withTheme(Preferences.Theme.valueOf(arguments[2])));
            NaruWindow.launch(JavaFxStart.begin(() -> false, true), world.parts(), true).awaitEnd();
        }
    }
}
