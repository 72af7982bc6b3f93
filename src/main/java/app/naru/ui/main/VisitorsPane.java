package app.naru.ui.main;

import app.naru.forward.Address;
import app.naru.path.Guest;
import app.naru.text.Texts;
import app.naru.ui.ForwardWords;
import app.naru.ui.UiContext;
import java.net.InetAddress;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who comes to a forward: address, since when, how much; each can be turned away. */
final class VisitorsPane extends VBox {

    private static final int MOST_SHOWN = 8;
    private static final String[] HEADINGS = {
        "visitors.address", "visitors.since", "visitors.connections", "visitors.amount"
    };

    private final Texts texts;
    private final ForwardWords words;
    private final DateTimeFormatter time;
    private final ZoneId zone;
    private final BiConsumer<InetAddress, Boolean> block;
    private final GridPane grid = new GridPane();
    private final Label none = new Label();
    private final Label more = new Label();
    private final Map<InetAddress, Line> lines = new LinkedHashMap<>();

    /** The nodes of one visitor; kept as long as it is shown, for the keyboard's sake. */
    private record Line(Label address, Label since, Label open, Label amount, Button block) {}

    /**
     * @param block told to turn an address away, or to let it in again
     */
    VisitorsPane(UiContext context, BiConsumer<InetAddress, Boolean> block) {
        this.texts = context.texts();
        this.words = new ForwardWords(texts);
        this.time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(texts.language());
        this.zone = ZoneId.systemDefault();
        this.block = block;
        setId("visitors");
        getStyleClass().add("gap-8");
        Label title = new Label(texts.say("visitors.title"));
        title.getStyleClass().add("strong");
        none.setText(texts.say("visitors.none"));
        none.getStyleClass().add("muted");
        none.managedProperty().bind(none.visibleProperty());
        more.getStyleClass().addAll("muted", "small");
        more.managedProperty().bind(more.visibleProperty());
        grid.getStyleClass().add("visitors");
        grid.managedProperty().bind(grid.visibleProperty());
        getChildren().addAll(title, none, grid, more);
        show(List.of());
    }

    /** Shows these, the first of them. */
    void show(List<Guest> visitors) {
        List<Guest> shown = visitors.stream().limit(MOST_SHOWN).toList();
        List<InetAddress> addresses = shown.stream().map(Guest::address).toList();
        if (!List.copyOf(lines.keySet()).equals(addresses)) {
            lines.keySet().retainAll(addresses);
            Map<InetAddress, Line> before = Map.copyOf(lines);
            lines.clear();
            addresses.forEach(each -> lines.put(each, before.getOrDefault(each, line(each))));
            rebuild();
        }
        for (Guest visitor : shown) {
            Optional.ofNullable(lines.get(visitor.address()))
                    .ifPresent(line -> show(line, visitor));
        }
        none.setVisible(shown.isEmpty());
        grid.setVisible(!shown.isEmpty());
        int others = visitors.size() - shown.size();
        more.setText(texts.say("visitors.more", others));
        more.setVisible(others > 0);
    }

    private Line line(InetAddress address) {
        Label name = new Label(Address.text(address));
        name.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(name, Priority.ALWAYS);
        Button button = new Button();
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        return new Line(name, new Label(), new Label(), new Label(), button);
    }

    private void rebuild() {
        grid.getChildren().clear();
        for (int column = 0; column < HEADINGS.length; column++) {
            Label heading = new Label(texts.say(HEADINGS[column]));
            heading.getStyleClass().addAll("muted", "small");
            grid.add(heading, column, 0);
        }
        int row = 1;
        for (Line line : lines.values()) {
            grid.addRow(
                    row++, line.address(), line.since(), line.open(), line.amount(), line.block());
        }
        for (Node node : grid.getChildren()) {
            if (node instanceof Label label) {
                label.setMinWidth(USE_PREF_SIZE);
            }
        }
    }

    private String open(Guest visitor) {
        return visitor.rate() == 0
                ? texts.say("visitors.open", visitor.open())
                : texts.say("visitors.openAt", visitor.open(), words.amount(visitor.rate()));
    }

    private void show(Line line, Guest visitor) {
        String address = Address.text(visitor.address());
        line.since().setText(time.format(visitor.since().atZone(zone)));
        line.open()
                .setText(
                        visitor.blocked()
                                ? texts.say("visitors.blocked")
                                : visitor.open() == 0 ? texts.say("visitors.gone") : open(visitor));
        line.amount()
                .setText(
                        texts.say(
                                "visitors.bytes",
                                words.amount(visitor.bytesIn()),
                                words.amount(visitor.bytesOut())));
        String key = visitor.blocked() ? "visitors.unblock" : "visitors.block";
        line.block().setText(texts.say(key));
        line.block()
                .setAccessibleText(
                        texts.say(
                                visitor.blocked() ? "visitors.unblock.one" : "visitors.block.one",
                                address));
        line.block().setOnAction(event -> block.accept(visitor.address(), !visitor.blocked()));
    }
}
