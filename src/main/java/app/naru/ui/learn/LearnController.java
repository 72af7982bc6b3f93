package app.naru.ui.learn;

import app.naru.text.Texts;
import app.naru.ui.Controllers;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import app.naru.ui.Words;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds the pages and the list of them. */
final class LearnController {

    private final UiContext context;
    private final LearnViewModel model;
    private final BlockNodes nodes;

    @FXML private TextField search;
    @FXML private ListView<Topic> topics;
    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private VBox content;
    @FXML private Button previous;
    @FXML private Button next;

    LearnController(UiContext context, Topic first) {
        this.context = context;
        this.model = new LearnViewModel(context.texts(), first, context.live().situation());
        this.nodes = new BlockNodes(context.texts(), context.clipboard());
    }

    Parent load() {
        Parent root =
                context.fxml()
                        .load(
                                "/app/naru/ui/learn/learn.fxml",
                                Controllers.of(LearnController.class, () -> this));
        WhileShown.on(root, () -> context.live().situationProperty().subscribe(model::show));
        return root;
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        search.textProperty().bindBidirectional(model.search());
        topics.setCellFactory(list -> new TopicCell(texts));
        model.found().subscribe(this::showFound);
        topics.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.topic().subscribe(this::showTopic);
        model.blocks().subscribe(blocks -> content.getChildren().setAll(nodes.of(blocks)));
    }

    private void showFound(List<Topic> found) {
        topics.getItems().setAll(found);
        topics.getSelectionModel().select(model.topic().get());
        Words.present(nothing, found.isEmpty());
        Words.present(topics, !found.isEmpty());
    }

    private void choose(@Nullable Topic selected) {
        if (selected != null) {
            model.topic().set(selected);
        }
    }

    private void showTopic(Topic now) {
        title.setText(context.texts().say(now.title()));
        scroll.setVvalue(0);
        topics.getSelectionModel().select(now);
        topics.scrollTo(Math.max(0, topics.getItems().indexOf(now) - 2));
        name(previous, "learn.previous", "learn.previous.spoken", model.previous());
        name(next, "learn.next", "learn.next.spoken", model.next());
    }

    private void name(Button button, String key, String spoken, Optional<Topic> leadsTo) {
        Words.present(button, leadsTo.isPresent());
        leadsTo.ifPresent(topic -> {
            button.setText(context.texts().say(key, topic.title()));
            button.setAccessibleText(context.texts().say(spoken, topic.title()));
        });
    }

    @FXML
    private void previous() {
        model.previous().ifPresent(model.topic()::set);
    }

    @FXML
    private void next() {
        model.next().ifPresent(model.topic()::set);
    }
}
