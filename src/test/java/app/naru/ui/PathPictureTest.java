package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Sentence;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.HopView.State;
import app.naru.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class PathPictureTest {

    private final PatientRobot robot = new PatientRobot();
    private final PathPicture picture = new PathPicture(Texts.in(Locale.ENGLISH));

    @Start
    void start(Stage stage) {
        picture.setHops(hops(State.PLANNED, HopKind.values()));
        stage.setScene(new Scene(picture, 640, 240));
        Theme.dress(stage.getScene(), Texts.in(Locale.ENGLISH));
        stage.sizeToScene();
        stage.show();
    }

    private static List<HopView> hops(State state, HopKind... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> new HopView(kind, state, Sentence.of("path.looking")))
                .toList();
    }

    @Test
    void leadsFromTheInternetOnTheLeftToTheServerOnTheRight() {
        assertThat(figures())
                .containsExactly(
                        "hop-INTERNET",
                        "hop-ROUTER",
                        "hop-LOCAL_NETWORK",
                        "hop-FIREWALL",
                        "hop-RELAY",
                        "hop-WSL",
                        "hop-SERVER");
    }

    private List<String> figures() {
        return robot.lookup(".hop").queryAll().stream()
                .sorted(
                        java.util.Comparator.comparingDouble(
                                node -> node.localToScene(0, 0).getX()))
                .map(Node::getId)
                .toList();
    }

    @Test
    void leavesOutWhatTheForwardDoesNotHave() {
        robot.interact(() -> picture.setHops(hops(State.OPEN, HopKind.SERVER, HopKind.FIREWALL)));

        assertThat(figures()).containsExactly("hop-FIREWALL", "hop-SERVER");
    }

    @Test
    void anAddressIsBrokenBeforeItsPortAndNowhereElse() {
        Map<HopKind, String> places =
                Map.of(
                        HopKind.LOCAL_NETWORK, "192.168.77.10:8000",
                        HopKind.SERVER, "localhost:80",
                        HopKind.INTERNET, "[2001:db8:1234:5678:90ab:cdef:1234:5678]:8000");
        robot.interact(() -> picture.setHops(hops(State.OPEN, HopKind.values()), places));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(place(HopKind.LOCAL_NETWORK)).isEqualTo("192.168.77.10\n:8000");
        assertThat(place(HopKind.SERVER)).isEqualTo("localhost:80");
        assertThat(place(HopKind.INTERNET)).endsWith("5678]\n:8000");
        assertThat(robot.lookup("#hop-INTERNET").queryAs(ToggleButton.class).getTooltip().getText())
                .contains("[2001:db8:1234:5678:90ab:cdef:1234:5678]:8000");

        robot.interact(() -> picture.getScene().getWindow().setWidth(1_400));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(place(HopKind.LOCAL_NETWORK)).isEqualTo("192.168.77.10:8000");
    }

    private String place(HopKind hop) {
        return robot.lookup("#hop-" + hop + " .hop-place").queryAs(Label.class).getText();
    }

    @Test
    void aClickSelectsAndAnotherTakesItBack() {
        robot.clickOn("#hop-RELAY");
        assertThat(picture.selectedHopProperty().get()).contains(HopKind.RELAY);

        robot.clickOn("#hop-RELAY");
        assertThat(picture.selectedHopProperty().get()).isEmpty();
    }

    @Test
    void theKeyboardSelectsToo() {
        robot.interact(() -> robot.lookup("#hop-WSL").query().requestFocus());
        robot.type(KeyCode.SPACE);

        assertThat(picture.selectedHopProperty().get()).contains(HopKind.WSL);
    }

    @Test
    void forgetsASelectedHopThatGoes() {
        robot.interact(() -> {
            picture.selectedHopProperty().set(Optional.of(HopKind.WSL));
            picture.setHops(hops(State.OPEN, HopKind.SERVER, HopKind.RELAY));
        });

        assertThat(picture.selectedHopProperty().get()).isEmpty();
    }

    @Test
    void tellsTheStateInWordsToo() {
        robot.interact(() -> picture.setHops(hops(State.PROBLEM, HopKind.SERVER)));

        assertThat(robot.lookup("#hop-SERVER .hop-state").queryAs(Labeled.class).getText())
                .isEqualTo("In the way");
        assertThat(robot.lookup("#hop-SERVER").query().getAccessibleText())
                .isEqualTo("Server: In the way. Looking…");
    }

    @Test
    void fitsIntoItsLeastWidth() {
        assertThat(robot.lookup(".hop").queryAllAs(Node.class))
                .allSatisfy(hop ->
                        assertThat(hop.localToScene(hop.getBoundsInLocal()).getMaxX())
                                .isLessThanOrEqualTo(641));
    }
}
