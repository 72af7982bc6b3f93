package app.naru.ui.main;

import app.naru.text.Texts;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The orders of the forwards by their names in the user's language. */
final class OrderNames extends StringConverter<ForwardSearch.Order> {

    private final Texts texts;

    OrderNames(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(ForwardSearch.@Nullable Order order) {
        return order == null ? "" : texts.say("forwards.order." + order);
    }

    @Override
    public ForwardSearch.Order fromString(String name) {
        throw new UnsupportedOperationException("an order is chosen, not typed");
    }
}
