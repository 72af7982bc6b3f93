package app.naru.ui.firewall;

import app.naru.firewall.EdgeTraversal;
import app.naru.firewall.InterfaceType;
import app.naru.ui.Field;
import app.naru.ui.Words;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Binds what few rules say: folded away until it is asked for, or something in it is wrong. */
final class DetailsController {

    private final DetailsDraft draft;
    private final Words words;

    @FXML private TitledPane conditions;
    @FXML private VBox icmpPlace;
    @FXML private TextField icmp;
    @FXML private Label icmpProblem;
    @FXML private TextField service;
    @FXML private Label serviceProblem;
    @FXML private TextField local;
    @FXML private Label localProblem;
    @FXML private ComboBox<Optional<InterfaceType>> interfaceType;
    @FXML private VBox edgePlace;
    @FXML private ComboBox<Optional<EdgeTraversal>> edge;

    DetailsController(DetailsDraft draft, Words words) {
        this.draft = draft;
        this.words = words;
    }

    @FXML
    void initialize() {
        bind(icmp, icmpProblem, draft.icmp());
        bind(service, serviceProblem, draft.service());
        bind(local, localProblem, draft.local());
        Choices choices = new Choices(words.texts());
        choices.offer(
                interfaceType,
                Choices.orNone(InterfaceType.values()),
                type -> type.map(DetailsController::key).orElse("rules.new.interface.any"),
                draft.interfaceType());
        choices.offer(
                edge,
                Choices.orNone(EdgeTraversal.values()),
                way -> way.map(DetailsController::key).orElse("rules.new.edge.no"),
                draft.edge());
        draft.shape()
                .subscribe(now -> {
                    Words.present(conditions, now.any());
                    Words.present(icmpPlace, now.icmp());
                    Words.present(edgePlace, now.edge());
                });
    }

    private void bind(TextField field, Label problem, Field<?> entry) {
        words.bind(field, problem, entry);
        Words.unfoldToTell(conditions, entry.complaint());
    }

    private static String key(InterfaceType type) {
        return switch (type) {
            case LAN -> "rules.new.interface.lan";
            case WIRELESS -> "rules.new.interface.wireless";
            case REMOTE_ACCESS -> "rules.new.interface.ras";
        };
    }

    private static String key(EdgeTraversal way) {
        return switch (way) {
            case ALLOW -> "rules.new.edge.yes";
            case DEFER_TO_PROGRAM -> "rules.new.edge.program";
            case DEFER_TO_USER -> "rules.new.edge.user";
        };
    }

    @FXML
    void ping() {
        draft.ping();
    }

    @FXML
    void everyType() {
        draft.icmp().text().set("");
    }
}
