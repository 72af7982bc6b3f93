package app.naru.ui.addresses;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.PublicAddresses;
import app.naru.internet.SourceAnswer;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.CopyLine;
import app.naru.ui.UiContext;
import app.naru.ui.Words;
import app.naru.ui.internet.ContactsWindow;
import java.net.InetAddress;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the page of addresses and the router. */
final class AddressesController {

    private final UiContext context;
    private final Texts texts;
    private final OutsideViewModel outside;
    private final RouterViewModel router;
    private final Button refresh;

    @FXML private GridPane pc;
    @FXML private Label notAsked;
    @FXML private VBox told;
    @FXML private Label agreement;
    @FXML private TitledPane sourcesBox;
    @FXML private VBox sources;
    @FXML private Label nobody;
    @FXML private Button ask;
    @FXML private Button stopAsking;
    @FXML private ProgressIndicator asking;
    @FXML private HBox searching;
    @FXML private ProgressBar progress;
    @FXML private Label progressText;
    @FXML private VBox silent;
    @FXML private Label stopped;
    @FXML private VBox devices;
    @FXML private Label trouble;

    AddressesController(
            UiContext context, OutsideViewModel outside, RouterViewModel router, Button refresh) {
        this.context = context;
        this.texts = context.texts();
        this.outside = outside;
        this.router = router;
        this.refresh = refresh;
    }

    @FXML
    private void initialize() {
        refresh.setText(texts.say("addresses.refresh"));
        refresh.setOnAction(event -> refresh());
        outside.stateProperty().subscribe(this::show);
        router.stateProperty().subscribe(this::show);
        outside.stateProperty().subscribe(this::compare);
        router.stateProperty().subscribe(this::compare);
        new Words(texts).show(trouble, router.troubleProperty());
    }

    /** Whichever of the two is there first. */
    private void compare() {
        if (outside.stateProperty().get()
                instanceof OutsideViewModel.State.Seen(PublicAddresses addresses)) {
            router.compare(addresses);
        }
    }

    /** Shows what is so now, for as long as the page is shown. */
    Subscription follow() {
        outside.lookIfWanted();
        router.search();
        Subscription situation = context.live().situationProperty().subscribe(this::showPc);
        return situation.and(router::cancel);
    }

    private void refresh() {
        context.live().refresh();
        if (context.outside().isWanted()) {
            outside.ask();
        }
        router.search();
    }

    private void showPc(Situation situation) {
        pc.getChildren().clear();
        int number = 0;
        for (PcViewModel.Row row : PcViewModel.rows(situation)) {
            Label name = label(texts.say(row.name()));
            name.getStyleClass().add("muted");
            Node value =
                    row.copy()
                            .<Node>map(text -> new CopyLine(texts, text, context.clipboard()))
                            .orElseGet(() -> label(texts.say(row.value())));
            pc.addRow(number++, name, value);
        }
    }

    private void show(OutsideViewModel.State state) {
        boolean busy = state instanceof OutsideViewModel.State.Asking;
        Words.present(notAsked, state instanceof OutsideViewModel.State.NotAsked);
        Words.present(asking, busy);
        Words.present(stopAsking, busy);
        Words.present(ask, !busy);
        Words.present(agreement, state instanceof OutsideViewModel.State.Seen);
        Words.present(nobody, state instanceof OutsideViewModel.State.Nobody);
        ask.setText(
                texts.say(
                        state instanceof OutsideViewModel.State.NotAsked
                                ? "addresses.external.ask"
                                : "addresses.external.again"));
        told.getChildren().clear();
        showSources(List.of());
        switch (state) {
            case OutsideViewModel.State.NotAsked none -> agreement.setText("");
            case OutsideViewModel.State.Asking(List<SourceAnswer> so) -> showSources(so);
            case OutsideViewModel.State.Seen(PublicAddresses addresses) -> {
                for (InetAddress each : OutsideViewModel.told(addresses)) {
                    told.getChildren()
                            .add(new CopyLine(texts, Address.text(each), context.clipboard()));
                }
                agreement.setText(texts.say(OutsideViewModel.agreement(addresses)));
                showSources(addresses.answers());
            }
            case OutsideViewModel.State.Nobody(Sentence why) -> nobody.setText(texts.say(why));
        }
        Words.present(told, !told.getChildren().isEmpty());
    }

    private void showSources(List<SourceAnswer> answers) {
        sources.getChildren()
                .setAll(
                        answers.stream()
                                .map(OutsideViewModel::words)
                                .<Node>map(words -> small(texts.say(words)))
                                .toList());
        Words.present(sourcesBox, !answers.isEmpty());
    }

    private void show(RouterViewModel.State state) {
        Words.present(searching, state instanceof RouterViewModel.State.Searching);
        Words.present(silent, state instanceof RouterViewModel.State.Silent);
        Words.present(stopped, state instanceof RouterViewModel.State.Stopped);
        switch (state) {
            case RouterViewModel.State.Searching(double part, Sentence what) -> {
                progress.setProgress(part);
                progressText.setText(texts.say(what));
                devices.getChildren().clear();
            }
            case RouterViewModel.State.Answered answered ->
                    devices.getChildren().setAll(new RouterCards(context, router).of(answered));
            case RouterViewModel.State.Silent none -> devices.getChildren().clear();
            case RouterViewModel.State.Stopped none -> devices.getChildren().clear();
        }
        Words.present(devices, state instanceof RouterViewModel.State.Answered);
    }

    static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label small(String text) {
        Label label = label(text);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }

    @FXML
    private void ask() {
        outside.ask();
    }

    @FXML
    private void stopAsking() {
        outside.cancel();
    }

    @FXML
    private void stopSearching() {
        router.cancel();
    }

    @FXML
    private void searchAgain() {
        router.search();
    }

    @FXML
    private void contacts() {
        ContactsWindow.open(context, ask.getScene().getWindow());
    }

    @FXML
    private void openRouter() {
        context.live()
                .situation()
                .network()
                .known()
                .flatMap(network -> network.lanGateway())
                .map(gateway -> Address.text(gateway.address()))
                .map(RouterCards::page)
                .ifPresent(context.browser());
    }
}
