package app.naru.ui.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Protocol;
import app.naru.router.ListingRouter;
import app.naru.router.MappedPort;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.CutOff;
import app.naru.ui.Desk;
import app.naru.ui.Page;
import app.naru.ui.PatientRobot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Looks at the addresses, and takes an entry out of a router that really keeps a list. */
@ExtendWith(ApplicationExtension.class)
final class AddressesPageTest {

    private static final double WIDTH = 780;
    private static final double HEIGHT = 1_000;
    private static final MappedPort OURS =
            new MappedPort(Protocol.TCP, 8000, "127.0.0.1", 8000, "Naru Django", 0, true);
    private static final MappedPort CONSOLE =
            new MappedPort(Protocol.UDP, 7000, "192.168.0.9", 7000, "Console", 0, true);

    private final PatientRobot robot = new PatientRobot();
    private Desk desk;
    private ListingRouter router;
    private Stage stage;
    private Parent root;

    @Start
    void start(Stage primary) throws IOException {
        stage = primary;
        router = new ListingRouter();
        router.entries.addAll(List.of(OURS, CONSOLE));
        desk =
                new Desk(
                        Files.createTempDirectory("naru-addresses"),
                        BackgroundTasks.onToolkit(failure -> {
                            throw new IllegalStateException(failure);
                        }));
        root = desk.show(stage, page(), Locale.ENGLISH, WIDTH, HEIGHT);
    }

    @AfterEach
    void stop() throws IOException {
        robot.interact(stage::hide);
        router.close();
        desk.close();
    }

    private Page page() {
        return AddressesPage.page(progress -> router.found());
    }

    private void awaitEntries() {
        robot.untilShown(".mappings");
    }

    private List<String> texts(String query) {
        return PatientRobot.seen(() ->
                robot.from(robot.lookup(query)).lookup(".label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList());
    }

    @Test
    void oursCanBeRemovedAndOthersCanNot() {
        awaitEntries();
        assertThat(texts(".mappings")).contains("TCP 8000", "UDP 7000", "others");
        assertThat(robot.lookup(".mapping-remove").queryAll()).hasSize(1);

        robot.interact(() -> robot.lookup(".mapping-remove").queryAs(Button.class).fire());
        robot.clickWithin("#question", "Remove");

        await().until(() -> router.entries.equals(List.of(CONSOLE)));
        robot.untilGone(".mapping-remove");
    }

    @Test
    void theAddressIsCopiedAndTheRoutersPageOpened() {
        awaitEntries();
        await().until(() -> texts("#pc").contains(Desk.LAN));
        robot.interact(() ->
                robot.from(robot.lookup("#pc"))
                        .lookup(".button")
                        .queryAllAs(Button.class)
                        .iterator()
                        .next()
                        .fire());
        // It may still be below the edge of the window, where no mouse comes.
        robot.interact(
                robot.from(robot.lookup("#devices"))
                                .lookup("Open the page of the router")
                                .queryAs(Hyperlink.class)
                        ::fire);

        assertThat(desk.copied).containsExactly(Desk.LAN);
        assertThat(desk.browsed).containsExactly(URI.create("http://127.0.0.1"));
    }

    @Test
    void nobodyIsAskedOnTheInternetUntilTheUserWantsIt() {
        assertThat(desk.outside.isWanted()).isFalse();
        assertThat(robot.lookup("#notAsked").query().isVisible()).isTrue();

        robot.clickOn("#ask");

        assertThat(desk.outside.isWanted()).isTrue();
        robot.untilShown("#nobody");
        assertThat(robot.lookup("#nobody").queryAs(Labeled.class).getText())
                .contains("switched off");
    }

    @Test
    void nothingIsCutOffInEitherLanguage() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> root = desk.show(stage, page(), language, WIDTH, HEIGHT));
            awaitEntries();
            robot.interact(() -> CutOff.assertNone(root));
        }
    }
}
