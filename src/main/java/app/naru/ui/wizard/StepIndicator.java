package app.naru.ui.wizard;

import app.naru.text.Texts;
import app.naru.ui.wizard.WizardViewModel.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The wizard's pages in a row: those that are done, this one, those to come. */
final class StepIndicator {

    private final Texts texts;
    private final HBox row;

    StepIndicator(Texts texts, HBox row) {
        this.texts = texts;
        this.row = row;
    }

    /** Shows these pages and how far it is. */
    void show(List<Page> pages, Page now) {
        List<Node> nodes = new ArrayList<>();
        for (Page page : pages) {
            if (!nodes.isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                HBox.setHgrow(line, Priority.ALWAYS);
                nodes.add(line);
            }
            nodes.add(step(page, pages.indexOf(page) + 1, now));
        }
        row.getChildren().setAll(nodes);
        row.setAccessibleText(
                texts.say(
                        "wizard.steps",
                        pages.indexOf(now) + 1,
                        pages.size(),
                        texts.say("wizard.step." + now)));
    }

    private HBox step(Page page, int number, Page now) {
        Label disc = new Label(String.valueOf(number));
        disc.getStyleClass().add("step-number");
        Label name = new Label(texts.say("wizard.step." + page));
        name.getStyleClass().add("step-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox step = new HBox(disc, name);
        step.setAlignment(Pos.CENTER_LEFT);
        step.getStyleClass().add("step");
        if (page == now) {
            step.getStyleClass().add("step-now");
        } else if (page.compareTo(now) < 0) {
            step.getStyleClass().add("step-done");
        }
        return step;
    }
}
