package app.naru.ui.internet;

import app.naru.path.Arrival;
import app.naru.text.Texts;
import app.naru.ui.QrPicture;
import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the window of the check from outside. */
final class CheckController {

    private static final String UNDER_WAY = "inset";
    private static final String ANSWERED = "notice";

    private final CheckViewModel model;
    private final Texts texts;
    private final Consumer<String> clipboard;
    private final Runnable close;

    @FXML private Label impossible;
    @FXML private ProgressIndicator beginning;
    @FXML private VBox ways;
    @FXML private QrPicture qr;
    @FXML private Label link;
    @FXML private Label limits;
    @FXML private HBox waiting;
    @FXML private Label arrival;
    @FXML private Button ask;
    @FXML private Button cancel;
    @FXML private ProgressIndicator asking;
    @FXML private Label service;

    CheckController(CheckViewModel model, Texts texts, Consumer<String> clipboard, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.clipboard = clipboard;
        this.close = close;
    }

    @FXML
    private void initialize() {
        present(beginning, model.beginningProperty().get());
        model.beginningProperty().subscribe(now -> present(beginning, now));
        model.impossibleProperty()
                .subscribe(why -> {
                    impossible.setText(why.map(texts::say).orElse(""));
                    present(impossible, why.isPresent());
                });
        model.linkProperty().subscribe(this::showLink);
        model.limitsProperty()
                .subscribe(what -> {
                    limits.setText(what.map(texts::say).orElse(""));
                    present(limits, what.isPresent());
                });
        model.arrivalProperty().subscribe(this::showArrival);
        model.serviceProperty()
                .subscribe(what -> {
                    service.setText(what.map(texts::say).orElse(""));
                    present(service, what.isPresent());
                    service.getStyleClass().removeAll(UNDER_WAY, ANSWERED);
                    service.getStyleClass()
                            .add(
                                    what.filter(each -> each.key().equals("check.service.asking"))
                                                    .isPresent()
                                            ? UNDER_WAY
                                            : ANSWERED);
                    service.pseudoClassStateChanged(
                            Styles.STATE_SUCCESS,
                            what.filter(each -> each.key().equals("check.service.arrived"))
                                    .isPresent());
                });
        ask.disableProperty().bind(model.askingProperty());
        model.askingProperty()
                .subscribe(now -> {
                    present(asking, now);
                    present(cancel, now);
                });
    }

    private void showLink(Optional<URI> now) {
        present(ways, now.isPresent());
        now.map(URI::toString)
                .ifPresent(text -> {
                    link.setText(text);
                    qr.setText(text, texts.say("check.phone.qr"));
                });
    }

    private void showArrival(Optional<Arrival> now) {
        present(arrival, now.isPresent());
        present(waiting, now.filter(Arrival::proves).isEmpty());
        arrival.setText(now.map(each -> texts.say(each.sentence())).orElse(""));
        arrival.pseudoClassStateChanged(
                Styles.STATE_SUCCESS, now.filter(Arrival::proves).isPresent());
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    @FXML
    private void copy() {
        clipboard.accept(link.getText());
    }

    @FXML
    private void ask() {
        model.ask();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void close() {
        close.run();
    }
}
