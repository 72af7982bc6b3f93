package app.naru.ui.main;

import app.naru.ui.UiContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * The forwards as cards, one of which shows all there is to it. The arrow keys go from card to
 * card; what else the keyboard does is in {@link Shortcuts}.
 */
final class ForwardCards extends VBox {

    private final UiContext context;
    private final MainViewModel model;
    private final DetailController detail;
    private final Parent detailPane;
    private final Map<ForwardRow, Card> cards = new LinkedHashMap<>();

    /** Whether the one that could show all shows itself alone. */
    private boolean collapsed;

    private record Card(CardController controller, VBox node) {}

    ForwardCards(UiContext context, MainViewModel model, DetailController detail) {
        this.context = context;
        this.model = model;
        this.detail = detail;
        this.detailPane = detail.load();
        setId("list");
        getStyleClass().add("gap-12");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(context.texts().say("main.list"));
    }

    /** Shows these, in this order; the cards of those that were shown before stay as they are. */
    void show(List<? extends ForwardRow> rows) {
        cards.keySet().removeIf(row -> !rows.contains(row));
        rows.forEach(row -> cards.computeIfAbsent(row, this::make));
        List<Node> nodes = rows.stream().map(cards::get).<Node>map(Card::node).toList();
        if (!nodes.equals(getChildren())) {
            getChildren().setAll(nodes);
        }
        showSelected();
    }

    private Card make(ForwardRow row) {
        CardController controller =
                new CardController(context, model, row, () -> expandOrCollapse(row));
        VBox node = controller.load();
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.BUTTON);
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> keyOn(row, controller, event));
        return new Card(controller, node);
    }

    private void expandOrCollapse(ForwardRow row) {
        boolean same = row.id().equals(model.list().selectedIdProperty().get());
        collapsed = same && !collapsed;
        model.list().selectedIdProperty().set(row.id());
        showSelected();
    }

    /** Shows all there is to the selected forward, in its card. */
    private void showSelected() {
        Optional<ForwardRow> selected =
                model.list().selected().filter(row -> !collapsed && cards.containsKey(row));
        cards.forEach((row, card) -> {
            if (!selected.equals(Optional.of(row))) {
                card.controller().hideDetail();
            }
        });
        selected.ifPresent(row -> {
            detail.show(row);
            Card card = cards.get(row);
            if (card != null) {
                card.controller().showDetail(detailPane);
            }
        });
    }

    /** Another forward was selected elsewhere: it is what the user looks for. */
    void select() {
        collapsed = false;
        showSelected();
    }

    private void keyOn(ForwardRow row, CardController controller, KeyEvent event) {
        if (!event.getTarget().equals(event.getSource())) {
            return;
        }
        boolean taken = true;
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            controller.copy();
        } else if (event.getCode() == KeyCode.SPACE) {
            model.toggle(row);
        } else if (event.getCode() == KeyCode.ENTER) {
            expandOrCollapse(row);
        } else if (event.getCode() == KeyCode.DELETE) {
            detail.remove(row);
        } else if (event.getCode() == KeyCode.DOWN) {
            focus(row, 1);
        } else if (event.getCode() == KeyCode.UP) {
            focus(row, -1);
        } else {
            taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private void focus(ForwardRow from, int step) {
        Card card = cards.get(from);
        int at = card == null ? -1 : getChildren().indexOf(card.node()) + step;
        if (at >= 0 && at < getChildren().size()) {
            getChildren().get(at).requestFocus();
        }
    }
}
