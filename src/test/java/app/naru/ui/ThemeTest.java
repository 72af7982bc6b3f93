package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.settings.Preferences;
import app.naru.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.effect.DropShadow;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class ThemeTest {

    @Test
    void setsKoreanInMalgunGothicWhereWindowsHasIt() {
        assertThat(Theme.koreanFont(Set.of("Arial", "Malgun Gothic", "NanumGothic")))
                .contains("font-malgun");
    }

    @Test
    void fallsBackToWhatThereIs() {
        assertThat(Theme.koreanFont(Set.of("Arial", "NanumBarunGothic", "NanumGothic")))
                .contains("font-nanum");
        assertThat(Theme.koreanFont(Set.of("NanumBarunGothic"))).contains("font-nanum-barun");
        assertThat(Theme.koreanFont(Set.of("Arial"))).isEmpty();
    }

    @Test
    void eachFontHasItsStyle() throws IOException {
        String styles = Files.readString(Path.of("resources/app/naru/ui/naru.css"));

        assertThat(styles)
                .contains(
                        ".font-malgun { -fx-font-family: \"Malgun Gothic\"; }",
                        ".font-nanum { -fx-font-family: \"NanumGothic\"; }",
                        ".font-nanum-barun { -fx-font-family: \"NanumBarunGothic\"; }");
    }

    @Test
    void aWindowIsNotWhiteBeforeItsFirstFrame(FxRobot robot) {
        Theme theme = new Theme(() -> false);
        String before = Application.getUserAgentStylesheet();
        robot.interact(() -> {
            theme.apply(Preferences.Theme.DARK);
            Scene scene = new Scene(new StackPane(new Label("Naru")));
            Theme.dress(scene, Texts.in(Locale.ENGLISH));
            assertThat(scene.getFill()).isEqualTo(Color.web("#0d1117"));

            theme.apply(Preferences.Theme.LIGHT);
            scene.getRoot().applyCss();
            assertThat(scene.getFill()).isEqualTo(Color.WHITE);
        });
        robot.interact(() -> Application.setUserAgentStylesheet(before));
    }

    @Test
    void popUpsHaveNoShadowWhereTheirWindowsCantBeTransparent(FxRobot robot) {
        Theme theme = new Theme(() -> false);
        String before = Application.getUserAgentStylesheet();
        robot.interact(() -> {
            theme.apply(Preferences.Theme.DARK);
            assertThat(shownList(true).getEffect()).isInstanceOf(DropShadow.class);
            Region square = shownList(false);
            assertThat(square.getEffect()).isNull();
            assertThat(square.getBackground().getFills())
                    .allMatch(fill -> fill.getRadii().equals(CornerRadii.EMPTY));
        });
        robot.interact(() -> Application.setUserAgentStylesheet(before));
    }

    /** Returns the list that drops down from a box, as it looks when it is shown. */
    private static Region shownList(boolean transparent) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList("one", "two"));
        Scene scene = new Scene(new StackPane(box));
        Theme.dress(scene, Texts.in(Locale.ENGLISH));
        Theme.popups(scene.getRoot().getStyleClass(), transparent);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        box.show();
        Region list = (Region) ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent();
        list.applyCss();
        stage.hide();
        return list;
    }

    @Test
    void anotherLanguageTakesTheFontAway(FxRobot robot) {
        robot.interact(() -> {
            Scene scene = new Scene(new StackPane(new Label("나루")));
            Theme.dress(scene, Texts.in(Locale.KOREAN));
            Theme.dress(scene, Texts.in(Locale.ENGLISH));

            assertThat(scene.getRoot().getStyleClass())
                    .doesNotContainAnyElementsOf(
                            List.of("font-malgun", "font-nanum", "font-nanum-barun"));
        });
    }
}
