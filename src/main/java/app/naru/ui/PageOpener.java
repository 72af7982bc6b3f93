package app.naru.ui;

/** Shows another page of the main window. Called on the JavaFX thread. */
public interface PageOpener {

    /**
     * Shows the page of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    void open(String pageId);
}
