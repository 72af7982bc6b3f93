package app.naru.ui.main;

import app.naru.path.HopView;
import app.naru.text.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What there is to say of one hop, below the picture. */
final class HopLine extends HBox {

    HopLine(Texts texts, HopView view) {
        getStyleClass()
                .addAll("hop-line", "hop-line-" + view.state().name().toLowerCase(Locale.ROOT));
        Label name = new Label(texts.say("path.hop." + view.hop()));
        name.getStyleClass().addAll("strong", "hop-line-name");
        Label sentence = new Label(texts.say(view.sentence()));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(name, sentence);
    }
}
