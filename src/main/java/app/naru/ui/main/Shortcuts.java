package app.naru.ui.main;

import app.naru.text.Texts;
import app.naru.ui.OwnedWindow;
import app.naru.ui.Theme;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The sheet of what the keyboard does. */
final class Shortcuts {

    private static final List<Group> GROUPS =
            List.of(
                    new Group(
                            "shortcuts.everywhere",
                            List.of(
                                    new Line("Ctrl+N", "main.new"),
                                    new Line("Ctrl+1 – Ctrl+{0}", "shortcuts.pages"),
                                    new Line("F6", "shortcuts.swap"),
                                    new Line("F5", "main.menu.lookAgain"),
                                    new Line("F1", "shortcuts.title"),
                                    new Line("Ctrl+Q", "main.menu.quit"))),
                    new Group(
                            "shortcuts.onForward",
                            List.of(
                                    new Line("↑  ↓", "shortcuts.next"),
                                    new Line("Space", "shortcuts.switch"),
                                    new Line("Enter", "shortcuts.expand"),
                                    new Line("Ctrl+C", "shortcuts.copy"),
                                    new Line("Delete", "shortcuts.remove"))),
                    new Group(
                            "shortcuts.inWizard",
                            List.of(
                                    new Line("Alt+←", "shortcuts.back"),
                                    new Line("Esc", "shortcuts.closeWizard"))));

    private static final double KEYS_WIDTH = 120;

    private record Group(String title, List<Line> lines) {}

    private record Line(String keys, String text) {}

    private Shortcuts() {}

    /**
     * Shows the sheet over the window.
     *
     * @param pages how many pages there are
     */
    static void show(Texts texts, Window owner, int pages) {
        Stage stage = OwnedWindow.over(owner);
        VBox content = new VBox();
        content.setId("shortcuts");
        content.getStyleClass().addAll("pad-24", "gap-16");
        Label title = new Label(texts.say("shortcuts.title"));
        title.getStyleClass().add("title");
        content.getChildren().add(title);
        GROUPS.forEach(group ->
                content.getChildren().addAll(heading(texts, group), grid(texts, group, pages)));
        Button close = new Button(texts.say("dialog.close"));
        close.setCancelButton(true);
        close.setDefaultButton(true);
        close.setOnAction(event -> stage.close());
        HBox foot = new HBox(close);
        foot.getStyleClass().add("foot");
        content.getChildren().add(foot);
        Scene scene = new Scene(content);
        Theme.dress(scene, texts);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setResizable(false);
        stage.setTitle(texts.say("shortcuts.title"));
        stage.setScene(scene);
        stage.show();
    }

    private static Label heading(Texts texts, Group group) {
        Label heading = new Label(texts.say(group.title()));
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        return heading;
    }

    private static GridPane grid(Texts texts, Group group, int pages) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        // As wide in each, so that they stand below one another.
        grid.getColumnConstraints().setAll(new ColumnConstraints(KEYS_WIDTH));
        int row = 0;
        for (Line line : group.lines()) {
            Label keys = new Label(line.keys().replace("{0}", String.valueOf(pages)));
            keys.getStyleClass().add("keys");
            keys.setMinWidth(VBox.USE_PREF_SIZE);
            Label text = new Label(texts.say(line.text()));
            text.setLabelFor(keys);
            grid.addRow(row++, keys, text);
        }
        return grid;
    }
}
