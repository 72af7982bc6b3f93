package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.naru.settings.Preferences.Theme;
import app.naru.text.LongTexts;
import app.naru.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Every page and dialog, at its least size (which is what 200 percent leaves of a small screen):
 * nothing is cut off, everything has a name, is reached by the keyboard, stands out, and nothing is
 * told by colour alone.
 */
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
final class LooksTest {

    private static final KeyEvent TAB =
            new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false, false);

    @TempDir private Path folder;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    static Stream<Arguments> variants() {
        Function<Locale, Texts> spoken = Texts::in;
        Function<Locale, Texts> longer = LongTexts::in;
        return Stream.of(
                Arguments.of("ko light", Locale.KOREAN, Theme.LIGHT, spoken),
                Arguments.of("en dark", Locale.ENGLISH, Theme.DARK, spoken),
                Arguments.of("40 percent longer", Locale.ENGLISH, Theme.LIGHT, longer));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void everyPageAndDialogIsFitToBeUsed(
            String variant, Locale language, Theme theme, Function<Locale, Texts> speech)
            throws IOException {
        // The keyboard's way takes long, and is the same in every language and theme.
        boolean reaching = language.equals(Locale.KOREAN);
        new Gallery(
                        folder,
                        language,
                        theme,
                        speech,
                        (name, window) -> {
                            look(name, window);
                            if (reaching) {
                                Fx.run(() -> reach(name, window.getScene()));
                            }
                        })
                .visit();

        assertThat(faults).as(variant).isEmpty();
        assertThat(seen)
                .contains(
                        "forwards-open",
                        "forwards-problem",
                        "wizard-done",
                        "wizard-router",
                        "shortcuts",
                        "rule-name",
                        "firewall-file",
                        "addresses-told",
                        "learn-rdp",
                        "preset-edit",
                        "settings-remove");
    }

    private void look(String name, Window window) {
        seen.add(name);
        Fx.run(() -> {
            if (window instanceof Stage stage && stage.getMinWidth() > 0) {
                stage.setWidth(stage.getMinWidth());
                stage.setHeight(stage.getMinHeight());
            }
        });
        Fx.run(() -> inspect(name, window.getScene()));
    }

    private void inspect(String name, Scene scene) {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        Looks.cutOff(root).forEach(each -> faults.add(name + ": cut off: " + each));
        Looks.beyondTheEdge(root).forEach(each -> faults.add(name + ": over the edge: " + each));
        Looks.nameless(root).forEach(each -> faults.add(name + ": has no name: " + each));
        Signals.wordless(root)
                .forEach(each -> faults.add(name + ": told by colour alone: " + each));
        Color window = scene.getFill() instanceof Color color ? color : Color.WHITE;
        Looks.pale(root, window).forEach(each -> faults.add(name + ": too pale: " + each));
    }

    /** Goes round by the Tab key until it comes back to where it began. */
    private void reach(String name, Scene scene) {
        Set<Node> missing = new LinkedHashSet<>(Looks.reachable(scene.getRoot()).toList());
        for (int left = 2 * missing.size() + 3; left > 0 && !missing.isEmpty(); left--) {
            Node from = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            Event.fireEvent(from, TAB);
            missing.remove(scene.getFocusOwner());
        }
        missing.forEach(node -> faults.add(name + ": not reached by Tab: " + node));
    }

    @Test
    void aColouredDotWithoutWordsIsTold() {
        Circle dot = new Circle(4, Color.RED);
        assertThat(Signals.wordless(new StackPane(dot))).hasSize(1);
        assertThat(Signals.wordless(new StackPane(new Circle(4, Color.GRAY)))).isEmpty();
        dot.setAccessibleText("closed");
        assertThat(Signals.wordless(new StackPane(dot))).isEmpty();
        assertThat(Signals.wordless(new HBox(new Circle(4, Color.RED), new Text("closed"))))
                .isEmpty();
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(Looks.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.01));
        assertThat(Looks.contrast(Color.web("#767676"), Color.WHITE)).isCloseTo(4.54, within(0.01));
    }
}
