package app.naru.ui.wizard;

import app.naru.forward.Protocol;
import app.naru.server.LocalServer;
import app.naru.ui.Words;
import app.naru.ui.wizard.ServerDraft.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Binds the server's page. */
final class ServerController {

    private final ServerViewModel model;
    private final Words words;
    private boolean wantsFirst;

    @FXML private ListView<LocalServer> servers;
    @FXML private VBox nothing;
    @FXML private Label listState;
    @FXML private Button sample;
    @FXML private CheckBox showAll;
    @FXML private Label sampleProblem;
    @FXML private TextField port;
    @FXML private Label portProblem;
    @FXML private Label portNote;
    @FXML private RadioButton tcp;
    @FXML private RadioButton udp;
    @FXML private RadioButton here;
    @FXML private HBox wslRow;
    @FXML private RadioButton inWsl;
    @FXML private ComboBox<String> distro;
    @FXML private Label noWsl;
    @FXML private CheckBox startWsl;
    @FXML private Label startWslText;
    @FXML private RadioButton onDevice;
    @FXML private TextField host;
    @FXML private Label hostProblem;
    @FXML private TitledPane httpBox;
    @FXML private CheckBox http;
    @FXML private Label httpAdvice;
    @FXML private HBox httpNamesRow;
    @FXML private TextField httpNames;
    @FXML private Label httpProblem;

    ServerController(ServerViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        ServerDraft draft = model.draft().server();
        words.bind(port, portProblem, draft.ports());
        port.focusedProperty().subscribe(this::selectSuggestion);
        words.show(portNote, model.portNote());
        words.show(sampleProblem, model.sampleTrouble());
        Words.choose(draft.protocol(), Map.of(Protocol.TCP, tcp, Protocol.UDP, udp));
        Words.choose(
                draft.place(),
                Map.of(Place.THIS_PC, here, Place.WSL, inWsl, Place.DEVICE, onDevice));
        host.textProperty().bindBidirectional(draft.host().text());
        host.disableProperty().bind(onDevice.selectedProperty().not());
        words.complain(hostProblem, host, draft.hostComplaint());
        bindHttp(model.draft().http());
        bindWsl(draft);
        bindList();
    }

    /** A click would set the caret after this. */
    private void selectSuggestion(boolean focused) {
        if (focused && model.isSuggested()) {
            Platform.runLater(port::selectAll);
        }
    }

    private void bindHttp(HttpDraft draft) {
        http.selectedProperty().bindBidirectional(draft.wanted());
        http.disableProperty().bind(draft.possible().not());
        words.show(httpAdvice, model.httpAdvice());
        model.httpAdvice().subscribe(advice -> unfoldHttp(advice.isPresent()));
        draft.on()
                .subscribe(on -> {
                    Words.present(httpNamesRow, on);
                    unfoldHttp(on);
                });
        httpNames.textProperty().bindBidirectional(draft.names().text());
        words.complain(httpProblem, httpNames, draft.complaint());
    }

    /** Few need it: it is folded away until something speaks for it. */
    private void unfoldHttp(boolean needed) {
        if (needed) {
            httpBox.setExpanded(true);
        }
    }

    private void bindWsl(ServerDraft draft) {
        model.wslOffered().subscribe(offered -> Words.present(wslRow, offered));
        words.show(noWsl, model.noWsl());
        model.noWsl()
                .subscribe(reason -> {
                    inWsl.setDisable(reason.isPresent() && draft.place().get() != Place.WSL);
                    Words.present(distro, reason.isEmpty());
                });
        startWsl.selectedProperty().bindBidirectional(draft.startWsl());
        draft.place()
                .subscribe(place -> {
                    Words.present(startWsl, place == Place.WSL);
                    Words.present(startWslText, place == Place.WSL);
                });
        distro.disableProperty().bind(inWsl.selectedProperty().not());
        distro.setConverter(new DistroNames());
        model.distros().subscribe(this::showDistros);
        distro.valueProperty().bindBidirectional(draft.distro());
    }

    /** A distribution that is gone stays to be seen; the path says that it is gone. */
    private void showDistros(List<String> names) {
        String chosen = model.draft().server().distro().get();
        distro.getItems()
                .setAll(Stream.concat(Stream.of("", chosen), names.stream()).distinct().toList());
        model.draft().server().distro().set(chosen);
    }

    private void bindList() {
        servers.setCellFactory(list -> new ServerCell(words.texts()));
        showAll.selectedProperty().bindBidirectional(model.showAll());
        words.show(listState, model.listState());
        model.listState()
                .subscribe(state -> {
                    boolean list = state.isEmpty() || model.isLooking();
                    Words.present(nothing, !list);
                    Words.present(servers, list);
                    Words.present(sample, list);
                });
        // The list is there from the start, so that the keyboard is in it before it has filled.
        servers.setPlaceholder(new Label(words.texts().say("path.looking")));
        servers.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.shown().subscribe(this::showServers);
        model.chosen().subscribe(this::select);
        servers.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    /** The first Down or Space takes the first of them, even if it comes before they are there. */
    private void pressed(KeyEvent event) {
        boolean takes = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.SPACE;
        if (takes && servers.getSelectionModel().isEmpty()) {
            event.consume();
            wantsFirst = servers.getItems().isEmpty();
            servers.getSelectionModel().selectFirst();
        }
    }

    /** An unchanged list is left alone: nothing jumps while it is kept up to date. */
    private void showServers(List<LocalServer> now) {
        if (!servers.getItems().equals(now)) {
            servers.getItems().setAll(now);
            select(model.chosen().get());
            if (wantsFirst && servers.getSelectionModel().isEmpty()) {
                servers.getSelectionModel().selectFirst();
            }
            wantsFirst = wantsFirst && now.isEmpty();
        }
    }

    private void select(Optional<LocalServer> chosen) {
        int index = chosen.map(servers.getItems()::indexOf).orElse(-1);
        if (index < 0) {
            servers.getSelectionModel().clearSelection();
        } else {
            servers.getSelectionModel().select(index);
        }
    }

    private void choose(@org.jspecify.annotations.Nullable LocalServer selected) {
        if (selected != null && !model.chosen().get().equals(Optional.of(selected))) {
            model.choose(selected);
        }
    }

    @FXML
    void useSample() {
        model.useSample();
    }

    /** The empty name stands for WSL's default distribution. */
    private final class DistroNames extends StringConverter<String> {

        @Override
        public String toString(@org.jspecify.annotations.Nullable String name) {
            return name == null || name.isEmpty()
                    ? words.texts().say("wizard.server.distro.default")
                    : name;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
