package app.naru.ui.main;

import app.naru.text.Texts;
import app.naru.ui.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pages' names at the left of the window; icons alone where there is little room. */
final class Rail extends VBox {

    private static final String NARROW = "rail-narrow";
    private static final PseudoClass BY_KEYBOARD = PseudoClass.getPseudoClass("by-keyboard");

    private final PageChoice choice;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final Labeled foot;

    /**
     * @param foot stands below all pages
     */
    Rail(Texts texts, PageChoice choice, Labeled foot) {
        this.choice = choice;
        this.foot = foot;
        setId("rail");
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(texts.say("rail.title"));
        VBox top = group();
        VBox bottom = group();
        int number = 1;
        for (Page page : choice.pages()) {
            ToggleButton button = button(texts, page, number++);
            buttons.add(button);
            (page.place() == Page.Place.TOP ? top : bottom).getChildren().add(button);
        }
        bottom.getChildren().add(foot);
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        getChildren().addAll(top, between, bottom);
    }

    private static VBox group() {
        VBox group = new VBox();
        group.getStyleClass().add("rail-group");
        return group;
    }

    private ToggleButton button(Texts texts, Page page, int number) {
        String title = texts.say(page.title());
        ToggleButton button =
                new ToggleButton(title, new FontIcon(page.icon())) {
                    // One is always chosen.
                    @Override
                    public void fire() {
                        choice.open(page);
                        setSelected(true);
                    }
                };
        button.setId("page-" + page.id());
        button.getStyleClass().add("rail-button");
        button.focusedProperty()
                .subscribe(focused -> button.pseudoClassStateChanged(BY_KEYBOARD, false));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(title);
        button.setTooltip(new Tooltip(texts.say("rail.tip", title, number)));
        return button;
    }

    /** Marks the page that is shown. */
    void mark(Page shown) {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(choice.pages().get(i).equals(shown));
        }
    }

    /** Moves the keyboard to the page's button, which shows it as if Tab had led there. */
    void focus(Page page) {
        ToggleButton button = buttons.get(choice.pages().indexOf(page));
        button.requestFocus();
        button.pseudoClassStateChanged(BY_KEYBOARD, true);
    }

    /** Shows icons alone, or names too. */
    void setNarrow(boolean narrow) {
        if (narrow != getStyleClass().contains(NARROW)) {
            ContentDisplay what = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
            buttons.forEach(button -> button.setContentDisplay(what));
            foot.setContentDisplay(what);
            if (narrow) {
                getStyleClass().add(NARROW);
            } else {
                getStyleClass().remove(NARROW);
            }
        }
    }
}
