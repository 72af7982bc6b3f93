package app.naru.ui.main;

import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.path.ForwardStatus.State;
import app.naru.server.Listener;
import app.naru.server.SampleServer;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.ui.PatientRobot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Stage;

/** The main window in English, with a real server that forwards can really relay to. */
final class ShownWindow {

    final List<Listener> listeners = new CopyOnWriteArrayList<>();
    final SampleServer server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
    final int port = FreePorts.one();
    final World world;
    final Stage stage;
    private final PatientRobot robot = new PatientRobot();
    private final NaruWindow window;
    private boolean ended;

    ShownWindow(Stage stage) throws IOException {
        this.stage = stage;
        world =
                new World(
                        Files.createTempDirectory("naru-window"), OperatingSystem.LINUX, listeners);
        world.settings.preferences(Preferences.DEFAULT.withLanguage(Optional.of("en")));
        window = new NaruWindow(stage, world.parts(), () -> ended = true);
        window.start(true);
    }

    /** Returns whether the program was told to end. */
    boolean ended() {
        return ended;
    }

    void addSite() throws IOException {
        world.with(World.forward("aaaaaaa1", "Site", port, server.port().toString()));
    }

    /** The window looks every second; the first forward takes the invitation's place. */
    void awaitList() {
        robot.untilShown(".forward-card");
        robot.untilShown("#detailPlace #linkCard");
    }

    void awaitOpen() {
        await().until(() -> world.saved.list().getFirst().state() == State.OPEN);
    }

    /** Returns how the opened port answers. */
    int status() throws IOException, InterruptedException {
        URI link = URI.create("http://" + World.HERE + ":" + port + "/");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(link).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    /** Chooses in the menu. */
    void choose(String id) {
        robot.interact(() ->
                robot.lookup("#menu").queryAs(MenuButton.class).getItems().stream()
                        .filter(Menu.class::isInstance)
                        .flatMap(menu -> ((Menu) menu).getItems().stream())
                        .filter(item -> id.equals(item.getId()))
                        .forEach(item -> ((RadioMenuItem) item).setSelected(true)));
    }

    void close() throws IOException {
        robot.interact(window::end);
        world.close();
        server.close();
    }
}
