package app.naru.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What all pages have alike: the title, what can be done with the page beside it, the content. */
public final class PageFrame extends BorderPane {

    private PageFrame(String title, Node content, Node... actions) {
        getStyleClass().add("page");
        Label heading = new Label(title);
        heading.setId("pageTitle");
        heading.getStyleClass().add("page-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox header = new HBox(heading, between);
        header.getStyleClass().add("page-header");
        header.getChildren().addAll(actions);
        setTop(header);
        setCenter(content);
    }

    /** Returns a page whose content fills it, such as a table that scrolls by itself. */
    public static PageFrame filled(String title, Region content, Node... actions) {
        content.getStyleClass().add("page-content");
        return new PageFrame(title, content, actions);
    }

    /** Returns a page whose content is as high as it needs, and scrolls. */
    public static PageFrame scrolling(String title, Region content, Node... actions) {
        content.getStyleClass().add("page-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        SteadyScroll.in(scroll);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        // Only what is in it is reached by the keyboard; the arrow keys scroll from there.
        scroll.setFocusTraversable(false);
        return new PageFrame(title, scroll, actions);
    }
}
