package app.naru.ui.main;

import app.naru.ui.Controllers;
import app.naru.ui.UiContext;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A forward's card in the list. */
final class ForwardCell extends ListCell<ForwardRow> {

    private final CardController controller;
    private final Parent card;

    ForwardCell(UiContext context, MainViewModel model) {
        controller = new CardController(context, model);
        card =
                context.fxml()
                        .load(
                                "/app/naru/ui/main/forward-card.fxml",
                                Controllers.of(CardController.class, () -> controller));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ForwardRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            controller.clear();
            setGraphic(null);
            setAccessibleText(null);
        } else {
            controller.show(row, this::setAccessibleText);
            setGraphic(card);
        }
    }
}
