package app.naru.ui.wizard;

import app.naru.text.Texts;
import app.naru.ui.wizard.WizardViewModel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The wizard's pages in a row: those that are done, this one, those to come. */
final class StepIndicator {

    private final Texts texts;
    private final HBox row;
    private final WizardViewModel model;
    private final Consumer<Page> chosen;

    /**
     * @param chosen shows the page that was clicked
     */
    StepIndicator(Texts texts, HBox row, WizardViewModel model, Consumer<Page> chosen) {
        this.texts = texts;
        this.row = row;
        this.model = model;
        this.chosen = chosen;
    }

    /** Shows the pages and how far it is. */
    void show() {
        List<Page> pages = model.pages().get();
        Page now = model.page().get();
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
        row.setAccessibleRole(AccessibleRole.TOOL_BAR);
        row.setAccessibleText(said(now));
    }

    private String said(Page page) {
        List<Page> pages = model.pages().get();
        return texts.say(
                "wizard.steps",
                pages.indexOf(page) + 1,
                pages.size(),
                texts.say("wizard.step." + page));
    }

    /** A step that can be gone to is a button; the one that is shown needs none. */
    private Button step(Page page, int number, Page now) {
        Label disc = new Label(String.valueOf(number));
        disc.getStyleClass().add("step-number");
        Button step = new Button(texts.say("wizard.step." + page), disc);
        step.setId("step-" + page);
        step.setMinWidth(Region.USE_PREF_SIZE);
        step.getStyleClass().setAll("step");
        if (page == now) {
            step.getStyleClass().add("step-now");
        } else if (page.compareTo(now) < 0) {
            step.getStyleClass().add("step-done");
        }
        step.setAccessibleText(said(page));
        step.setTooltip(new Tooltip(said(page)));
        step.setOnAction(event -> chosen.accept(page));
        step.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> page == now || !model.reachable().get().contains(page),
                                model.reachable()));
        return step;
    }
}
