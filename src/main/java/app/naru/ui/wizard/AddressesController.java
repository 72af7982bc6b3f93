package app.naru.ui.wizard;

import app.naru.ui.PathPicture;
import app.naru.ui.Words;
import app.naru.ui.wizard.AddressesViewModel.Choice;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the addresses' page. */
final class AddressesController {

    private final AddressesViewModel model;
    private final Words words;
    private final Consumer<String> clipboard;
    private final PathPicture path;

    @FXML private StackPane picture;
    @FXML private Label hopSentence;
    @FXML private Label internal;
    @FXML private Button copyInternal;
    @FXML private Label internalText;
    @FXML private Label external;
    @FXML private Label externalText;
    @FXML private Label wslTitle;
    @FXML private Label wsl;
    @FXML private Label wslText;
    @FXML private TextField port;
    @FXML private Label portProblem;
    @FXML private Label portNote;
    @FXML private VBox listening;
    @FXML private RadioButton everyAddress;
    @FXML private RadioButton oneAddress;
    @FXML private ComboBox<String> address;
    @FXML private Label addressProblem;

    AddressesController(AddressesViewModel model, Words words, Consumer<String> clipboard) {
        this.model = model;
        this.words = words;
        this.clipboard = clipboard;
        this.path = new PathPicture(words.texts());
    }

    @FXML
    void initialize() {
        picture.getChildren().setAll(path);
        model.hops()
                .subscribe(hops -> {
                    path.setHops(hops, model.draft().places());
                    explainHop();
                });
        path.selectedHopProperty().subscribe(hop -> explainHop());
        explain(internal, internalText, model.internal());
        explain(external, externalText, model.external());
        explain(wsl, wslText, model.wsl());
        model.wslHere()
                .subscribe(here ->
                        List.of(wslTitle, wsl, wslText).forEach(each -> Words.present(each, here)));
        model.internal().subscribe(now -> Words.present(copyInternal, now.value().isPresent()));
        ListenDraft draft = model.draft().listen();
        words.bind(port, portProblem, draft.ports());
        words.show(portNote, model.portNote());
        bindListening(draft);
    }

    private void explainHop() {
        hopSentence.setText(
                path.selectedView()
                        .map(view -> words.texts().say(view.sentence()))
                        .orElseGet(() -> words.texts().say("wizard.addresses.picture")));
    }

    private void explain(
            Label value, Label text, ObservableValue<AddressesViewModel.Explained> explained) {
        explained.subscribe(now -> {
            value.setText(now.value().orElse(""));
            text.setText(words.texts().say(now.sentence()));
        });
    }

    private void bindListening(ListenDraft draft) {
        Words.choose(draft.everyAddress(), Map.of(true, everyAddress, false, oneAddress));
        address.disableProperty().bind(oneAddress.selectedProperty().not());
        address.getEditor().textProperty().bindBidirectional(draft.address().text());
        words.complain(addressProblem, address, draft.addressComplaint());
        model.choices().subscribe(this::showChoices);
    }

    /** Where there is nothing to choose from, nothing is asked. */
    private void showChoices(List<Choice> choices) {
        String all = choices.stream().map(Choice::toString).collect(Collectors.joining(", "));
        everyAddress.setText(words.texts().say("wizard.addresses.every", all));
        String typed = model.draft().listen().address().text().get();
        address.getItems().setAll(choices.stream().map(Choice::address).toList());
        model.draft().listen().address().text().set(typed);
        Words.present(
                listening, choices.size() > 1 || !model.draft().listen().everyAddress().get());
    }

    @FXML
    void copyInternal() {
        model.internal().get().value().ifPresent(clipboard);
    }
}
