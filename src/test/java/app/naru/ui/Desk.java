package app.naru.ui;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.SavedForwards;
import app.naru.router.Found;
import app.naru.settings.AutoStart;
import app.naru.settings.Preferences;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Collector;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Survey;
import app.naru.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** What a page is made from, for tests of one page: a PC at 192.168.0.7 behind 192.168.0.1. */
public final class Desk implements AutoCloseable {

    public static final String LAN = "192.168.0.7";

    public final Settings settings;
    public final Forwards forwards;
    public final SavedForwards saved;
    public final BackgroundTasks tasks;
    public final PreferencesViewModel preferences;
    public final LiveSituation live;
    public final OutsideView outside;
    public final List<String> copied = new ArrayList<>();
    public final List<URI> browsed = new ArrayList<>();
    public final List<String> opened = new ArrayList<>();
    public Optional<AutoStart> autoStart = Optional.empty();
    private final Clock clock = Clock.systemUTC();
    private final Survey survey;

    public Desk(Path folder, BackgroundTasks tasks) {
        this.tasks = tasks;
        SettingsFolder files = new SettingsFolder(folder);
        Situation unseen = Situation.unseen(Situation.OperatingSystem.WINDOWS, 1, Optional.empty());
        try {
            settings = new Settings(files, clock);
            forwards =
                    new Forwards(
                            Journal.open(files.journals(), "naru-" + System.nanoTime(), clock),
                            Optional.empty(),
                            List::of,
                            progress -> new Found(List.of()),
                            Optional.empty(),
                            () -> settings.preferences().limits(),
                            unseen,
                            clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outside = new OutsideView(Optional::empty, () -> Standpoint.UNKNOWN, clock);
        survey =
                new Survey(
                        unseen,
                        List.of(
                                new Collector<>(
                                        "network",
                                        Duration.ofSeconds(5),
                                        () -> new Fact.Known<>(network()),
                                        Situation::withNetwork),
                                new Collector<>(
                                        "wsl",
                                        Duration.ofSeconds(5),
                                        () -> new Fact.Unknown<>(Sentence.of("survey.wsl.notHere")),
                                        Situation::withWsl)));
        saved = new SavedForwards(settings, forwards, clock);
        live = new LiveSituation(survey, forwards, tasks);
        preferences = new PreferencesViewModel(settings, tasks, failure -> {});
    }

    private static Network network() {
        return new Network(
                List.of(
                        new NetInterface(
                                3,
                                "Wi-Fi",
                                "Wireless adapter",
                                NetInterface.Kind.WIFI,
                                List.of(new NetInterface.Assigned(Address.parse(LAN), 24)),
                                Optional.of(NetworkProfile.PRIVATE))),
                List.of(new Gateway(Address.parse("192.168.0.1"), 3, 25)));
    }

    public UiContext context(Locale language) {
        return new UiContext(
                Texts.in(language),
                settings,
                preferences,
                opened::add,
                saved,
                forwards,
                live,
                LookingAlone.checks(survey, forwards, saved, tasks),
                outside,
                autoStart,
                tasks,
                clock,
                browsed::add,
                copied::add);
    }

    /** Shows a page in a window of that size, dressed as the main window is. */
    public Parent show(Stage stage, Page page, Locale language, double width, double height) {
        Parent content = page.make().apply(context(language));
        new Theme(() -> false).apply(Preferences.Theme.LIGHT);
        Scene scene = new Scene(content, width, height);
        Theme.dress(scene, Texts.in(language));
        stage.setScene(scene);
        stage.show();
        live.refresh();
        return content;
    }

    public static Forward forward(String id, String name, int port) {
        return new Forward(
                id,
                new ForwardName(name),
                Protocol.TCP,
                PortRange.of(port),
                new Listen.LanAddresses(),
                Target.parse(Integer.toString(port)),
                new Audience.ThisNetwork(),
                new Lifetime.UntilStopped(),
                Set.of(NetworkProfile.PRIVATE),
                "");
    }

    @Override
    public void close() {
        try {
            survey.close();
            forwards.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
