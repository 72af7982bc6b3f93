package app.naru.ui.main;

import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.text.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What there is to say of one hop, below the picture. */
final class HopLine extends HBox {

    private final HopKind hop;

    HopLine(Texts texts, HopView view) {
        hop = view.hop();
        getStyleClass()
                .addAll("hop-line", "hop-line-" + view.state().name().toLowerCase(Locale.ROOT));
        Label name = new Label(texts.say("path.hop." + hop));
        name.getStyleClass().addAll("strong", "hop-line-name");
        Label sentence = new Label(texts.say(view.sentence()));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(name, sentence);
    }

    void markIf(Optional<HopKind> selected) {
        getStyleClass().remove("hop-line-selected");
        if (selected.filter(hop::equals).isPresent()) {
            getStyleClass().add("hop-line-selected");
        }
    }
}
