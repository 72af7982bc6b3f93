package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.text.Texts;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class SteadyScrollTest {

    @Test
    void theBarIsSeenWhereItIsOfUseAndTakesNothingFromTheContentThen(FxRobot robot) {
        robot.interact(() -> {
            ScrollPane pane = new ScrollPane(new Region());
            pane.setFitToWidth(true);
            SteadyScroll.in(pane);
            Scene scene = new Scene(pane, 300, 200);
            Theme.dress(scene, Texts.in(Locale.ENGLISH));
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();

            double narrow = layOut(pane, 100);
            assertThat(bar(pane).getOpacity()).isZero();

            assertThat(layOut(pane, 1_000)).isEqualTo(narrow);
            assertThat(bar(pane).getOpacity()).isPositive();

            layOut(pane, 100);
            assertThat(bar(pane).getOpacity()).isZero();
            stage.hide();
        });
    }

    /** Returns how wide a content of that height is. */
    private static double layOut(ScrollPane pane, double height) {
        Region content = (Region) pane.getContent();
        content.setMinHeight(height);
        pane.layout();
        pane.applyCss();
        pane.layout();
        return content.getWidth();
    }

    private static ScrollBar bar(ScrollPane pane) {
        return pane.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }
}
