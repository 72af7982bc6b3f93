package app.naru.ui.internet;

import app.naru.text.Texts;
import app.naru.ui.TabLeaves;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** Binds the window that says whom Naru contacts on the Internet, and why. */
final class ContactsController {

    private final ContactsViewModel model;
    private final Texts texts;
    private final Runnable close;

    @FXML private ToggleSwitch allowed;
    @FXML private TextArea stun;
    @FXML private TextArea echo;
    @FXML private TextArea check;
    @FXML private Label complaint;

    ContactsController(ContactsViewModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    private void initialize() {
        allowed.selectedProperty().bindBidirectional(model.allowedProperty());
        stun.textProperty().bindBidirectional(model.stunProperty());
        echo.textProperty().bindBidirectional(model.echoProperty());
        check.textProperty().bindBidirectional(model.checkProperty());
        for (TextArea list : List.of(stun, echo, check)) {
            TabLeaves.in(list);
            list.disableProperty().bind(model.allowedProperty().not());
        }
        model.complaintProperty()
                .subscribe(now -> {
                    complaint.setText(now.map(texts::say).orElse(""));
                    complaint.setVisible(now.isPresent());
                    complaint.setManaged(now.isPresent());
                });
    }

    @FXML
    private void restore() {
        model.restore();
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void close() {
        close.run();
    }
}
