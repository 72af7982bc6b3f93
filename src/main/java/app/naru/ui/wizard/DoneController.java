package app.naru.ui.wizard;

import app.naru.forward.Forward;
import app.naru.path.Link;
import app.naru.ui.QrPicture;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import app.naru.ui.Words;
import app.naru.ui.check.CheckPane;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the last page. */
final class DoneController {

    private final DoneViewModel model;
    private final Words words;
    private final UiContext context;
    private final Consumer<Forward> check;
    private final CheckPane proof;

    @FXML private VBox qrFrame;
    @FXML private QrPicture qr;
    @FXML private Label link;
    @FXML private Button copy;
    @FXML private Button open;
    @FXML private Label linkNote;
    @FXML private Button checkOutside;
    @FXML private VBox others;
    @FXML private StackPane proofPlace;
    @FXML private Label tryIt;
    @FXML private Label howToStop;

    DoneController(DoneViewModel model, Words words, UiContext context, Consumer<Forward> check) {
        this.check = check;
        this.model = model;
        this.words = words;
        this.context = context;
        this.proof = new CheckPane(context, context.checks(), CheckPane.Place.HERE);
    }

    @FXML
    void initialize() {
        model.links().subscribe(this::show);
        words.show(linkNote, model.linkNote());
        model.forInternet().subscribe(now -> Words.present(checkOutside, now.isPresent()));
        words.say(tryIt, model.tryIt());
        words.say(howToStop, model.howToStop());
        proofPlace.getChildren().add(proof);
        WhileShown.on(
                proofPlace, () -> context.checks().countProperty().subscribe(this::showProof));
    }

    private void showProof(Number looks) {
        model.opened().ifPresent(proof::show);
    }

    private void show(List<Link> links) {
        model.opened().ifPresent(proof::show);
        Optional<Link> first = links.stream().findFirst();
        link.setText(first.map(Link::text).orElse(""));
        first.ifPresent(each -> qr.setText(each.text(), words.texts().say("wizard.done.qr")));
        Words.present(qrFrame, first.isPresent());
        copy.setDisable(first.isEmpty());
        Words.present(open, first.flatMap(Link::uri).isPresent());
        others.getChildren().clear();
        if (links.size() > 1) {
            boolean internet = links.getFirst().reach() == Link.Reach.INTERNET;
            String heading = internet ? "wizard.done.network" : "wizard.done.others";
            others.getChildren().add(new Label(words.texts().say(heading)));
            links.stream().skip(1).map(this::other).forEach(others.getChildren()::add);
        }
        Words.present(others, links.size() > 1);
    }

    private Hyperlink other(Link each) {
        Hyperlink other = new Hyperlink(each.text());
        other.setOnAction(event ->
                each.uri()
                        .ifPresentOrElse(
                                context.browser(), () -> context.clipboard().accept(each.text())));
        return other;
    }

    @FXML
    void checkOutside() {
        model.forInternet().get().ifPresent(check);
    }

    @FXML
    void copy() {
        model.links().get().stream().findFirst().map(Link::text).ifPresent(context.clipboard());
    }

    @FXML
    void open() {
        model.links().get().stream().findFirst().flatMap(Link::uri).ifPresent(context.browser());
    }
}
