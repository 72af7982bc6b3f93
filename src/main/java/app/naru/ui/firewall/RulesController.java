package app.naru.ui.firewall;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.RuleFile;
import app.naru.firewall.RuleSpec;
import app.naru.forward.Sentence;
import app.naru.ui.Questions;
import app.naru.ui.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the page of the rules: what is looked for, the list, and what is said above it. */
final class RulesController {

    private static final PseudoClass SUCCESS = PseudoClass.getPseudoClass("success");
    private static final double CELL_HEIGHT = 76;
    private static final int TROUBLES_SAID = 5;

    private final RulesViewModel rules;
    private final RuleChanges changes;
    private final Dialogs dialogs;
    private final Words words;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.RULE);

    @FXML private HBox told;
    @FXML private Label toldText;
    @FXML private Button undo;
    @FXML private Label problem;
    @FXML private Label troubles;
    @FXML private HBox fileBar;
    @FXML private Label fileText;
    @FXML private Label fileNote;
    @FXML private Button makeAll;
    @FXML private VBox nothingHere;
    @FXML private VBox browser;
    @FXML private TextField search;
    @FXML private TextField program;
    @FXML private TextField port;
    @FXML private Label portProblem;
    @FXML private FlowPane choices;
    @FXML private ComboBox<Optional<Direction>> direction;
    @FXML private ComboBox<Optional<Action>> action;
    @FXML private ComboBox<Optional<Boolean>> enabled;
    @FXML private ComboBox<Optional<PolicyStore>> store;
    @FXML private CheckBox oursOnly;
    @FXML private ComboBox<RuleOrder> order;
    @FXML private Label count;
    @FXML private Hyperlink clear;
    @FXML private ListView<RuleRow> list;
    @FXML private VBox nothingFits;
    @FXML private ProgressIndicator loading;
    @FXML private ToggleButton showRule;
    @FXML private ToggleButton showExplain;
    @FXML private ScrollPane rulePlace;
    @FXML private ScrollPane explainPlace;

    /** What is beside the list. */
    private enum Side {
        RULE,
        EXPLAIN
    }

    RulesController(RulesViewModel rules, RuleChanges changes, Dialogs dialogs, Words words) {
        this.rules = rules;
        this.changes = changes;
        this.dialogs = dialogs;
        this.words = words;
    }

    @FXML
    void initialize() {
        bindMessages();
        bindFile();
        bindFilter();
        bindList();
        Words.choose(side, Map.of(Side.RULE, showRule, Side.EXPLAIN, showExplain));
        side.subscribe(now -> {
            Words.present(rulePlace, now == Side.RULE);
            Words.present(explainPlace, now == Side.EXPLAIN);
        });
    }

    private void bindMessages() {
        changes.told()
                .subscribe(now -> {
                    Words.present(told, now.isPresent());
                    toldText.setText(now.map(each -> words.texts().say(each.words())).orElse(""));
                    told.pseudoClassStateChanged(
                            SUCCESS, now.filter(RuleChanges.Told::good).isPresent());
                    Words.present(undo, now.filter(each -> !each.undo().isEmpty()).isPresent());
                });
        words.show(problem, rules.problem());
        words.show(troubles, rules.source().map(RulesController::trouble));
    }

    private static Optional<Sentence> trouble(Optional<RuleSource> source) {
        List<Sentence> all = source.map(RuleSource::troubles).orElse(List.of());
        Optional<Sentence> said = Optional.empty();
        for (Sentence each : all.subList(0, Math.min(all.size(), TROUBLES_SAID))) {
            said = Optional.of(said.map(before -> lines(before, each)).orElse(each));
        }
        return all.size() <= TROUBLES_SAID
                ? said
                : said.map(before ->
                        lines(
                                before,
                                Sentence.of("rules.trouble.more", all.size() - TROUBLES_SAID)));
    }

    private static Sentence lines(Sentence first, Sentence second) {
        return Sentence.of("rules.lines", first, second);
    }

    private void bindFile() {
        rules.file()
                .subscribe(now -> {
                    boolean there = rules.isHere() || now.isPresent();
                    Words.present(fileBar, now.isPresent());
                    Words.present(nothingHere, !there);
                    Words.present(browser, there);
                    now.ifPresent(this::show);
                });
        makeAll.disableProperty().bind(changes.busy());
    }

    private void show(RulesViewModel.OpenedFile file) {
        int ours = ours(file).size();
        fileText.setText(
                words.texts().say("rules.file", file.name(), file.rules().entries().size()));
        fileNote.setText(
                words.texts().say(rules.isHere() ? "rules.file.note" : "rules.file.look", ours));
        makeAll.setText(words.texts().say("rules.file.make", ours));
        Words.present(makeAll, rules.isHere() && ours > 0);
    }

    private static List<RuleSpec> ours(RulesViewModel.OpenedFile file) {
        return file.rules().entries().stream()
                .map(RuleFile.Entry::sameOfOurs)
                .flatMap(Optional::stream)
                .toList();
    }

    private void bindFilter() {
        FilterDraft filter = rules.filter();
        search.textProperty().bindBidirectional(filter.text());
        program.textProperty().bindBidirectional(filter.program());
        words.bind(port, portProblem, filter.port());
        oursOnly.selectedProperty().bindBidirectional(filter.oursOnly());
        clear.visibleProperty().bind(filter.filter().isNotEqualTo(RuleFilter.ALL));
        Choices offered = new Choices(words.texts());
        offered.offer(
                direction,
                Choices.orNone(Direction.values()),
                chosen("rules.any.direction", RulesController::key),
                filter.direction());
        offered.offer(
                action,
                Choices.orNone(new Action[] {Action.ALLOW, Action.BLOCK}),
                chosen("rules.any.action", RulesController::key),
                filter.action());
        offered.offer(
                enabled,
                Choices.orNone(new Boolean[] {true, false}),
                chosen("rules.any.state", on -> on ? "rules.state.on" : "rules.state.off"),
                filter.enabled());
        offered.offer(
                store,
                Choices.orNone(PolicyStore.values()),
                chosen("rules.any.store", RulesController::key),
                filter.store());
        offered.offer(order, List.of(RuleOrder.values()), RulesController::key, rules.order());
        words.say(count, rules.count());
        present(choices, rules.worthChoosing());
        present(order, rules.worthChoosing());
    }

    private static <T> Function<Optional<T>, String> chosen(String any, Function<T, String> key) {
        return value -> value.map(key).orElse(any);
    }

    private static String key(Direction direction) {
        return direction == Direction.IN ? "rules.direction.in" : "rules.direction.out";
    }

    private static String key(Action action) {
        return action == Action.BLOCK ? "rules.action.block" : "rules.action.allow";
    }

    private static String key(PolicyStore store) {
        return switch (store) {
            case LOCAL -> "rules.store.local";
            case GROUP_POLICY -> "rules.store.policy";
            case MDM -> "rules.store.mdm";
        };
    }

    private static String key(RuleOrder order) {
        return switch (order) {
            case NAME -> "rules.order.name";
            case PROGRAM -> "rules.order.program";
            case PORT -> "rules.order.port";
        };
    }

    private void bindList() {
        list.setFixedCellSize(CELL_HEIGHT);
        list.setCellFactory(view -> new RuleCell(words.texts()));
        list.setItems(rules.shown());
        // What is looked for does not take away what was chosen.
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        rules.selected().set(row);
                    }
                });
        rules.selected()
                .subscribe(row -> {
                    if (row != null && !row.equals(list.getSelectionModel().getSelectedItem())) {
                        list.getSelectionModel().select(row);
                        list.scrollTo(row);
                    }
                    if (row != null) {
                        side.set(Side.RULE);
                    }
                });
        present(nothingFits, rules.nothingFits());
        present(loading, rules.loading());
    }

    private static void present(Node node, ObservableValue<Boolean> when) {
        when.subscribe(now -> Words.present(node, now));
    }

    /** Puts the cursor into the search. */
    void search() {
        search.requestFocus();
        search.selectAll();
    }

    @FXML
    void undo() {
        changes.undo();
    }

    @FXML
    void dismiss() {
        changes.dismiss();
    }

    @FXML
    void clear() {
        rules.filter().clear();
    }

    @FXML
    void openFile() {
        dialogs.openRules().ifPresent(rules::open);
    }

    @FXML
    void paste() {
        dialogs.paste(rules::openPasted);
    }

    @FXML
    void closeFile() {
        rules.showOwn();
    }

    @FXML
    void makeAll() {
        rules.file()
                .get()
                .ifPresent(file -> {
                    List<RuleSpec> ours = ours(file);
                    long replaced =
                            ours.stream().filter(each -> rules.isTaken(each.name())).count();
                    dialogs.ask(
                            new Questions.Question(
                                    Sentence.of("rules.file.ask", ours.size()),
                                    replaced == 0
                                            ? Sentence.of("rules.file.ask.text")
                                            : Sentence.of("rules.file.ask.replaces", replaced),
                                    Sentence.of("rules.file.make", ours.size()),
                                    false),
                            () -> changes.makeAll(ours, ours.getFirst().name().withoutMark()));
                });
    }
}
