package app.naru.ui;

import app.naru.text.Texts;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Questions asked in a dialog over a window. */
public final class DialogQuestions implements Questions {

    private final Texts texts;
    private final Window owner;

    public DialogQuestions(Texts texts, Window owner) {
        this.texts = texts;
        this.owner = owner;
    }

    @Override
    public void ask(Question question, Runnable ifYes) {
        ButtonType yes = new ButtonType(texts.say(question.yes()), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(texts.say("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(AlertType.CONFIRMATION, texts.say(question.detail()), no, yes);
        if (owner.isShowing()) {
            alert.initOwner(owner);
        }
        alert.setTitle(texts.say("app.name"));
        alert.setHeaderText(texts.say(question.title()));
        alert.setGraphic(new FontIcon(Material2OutlinedAL.HELP_OUTLINE));
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setId("question");
        if (question.destructive()) {
            alert.getDialogPane().lookupButton(yes).getStyleClass().add(Styles.DANGER);
        }
        Theme.dress(alert.getDialogPane().getScene(), texts);
        alert.resultProperty()
                .subscribe(answer -> {
                    if (yes.equals(answer)) {
                        ifYes.run();
                    }
                });
        alert.show();
    }
}
