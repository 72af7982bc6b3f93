package app.naru.ui;

import app.naru.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;

/** A dialog's content with a part to unfold, in Naru's words instead of the toolkit's. */
final class ReportPane extends DialogPane {

    private final Texts texts;

    ReportPane(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected Node createDetailsButton() {
        Hyperlink button = new Hyperlink();
        button.setId("details");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> setExpanded(!isExpanded()));
        expandedProperty()
                .subscribe(unfolded ->
                        button.setText(texts.say(unfolded ? "error.less" : "error.more")));
        return button;
    }
}
