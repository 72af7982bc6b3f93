package app.naru.ui.firewall;

import app.naru.ui.Field;
import java.util.function.Supplier;

/** Keeps a field as suggested until someone types something else into it. */
final class Following {

    private final Field<?> field;
    private final Supplier<String> suggestion;
    private boolean follows = true;
    private boolean following;

    Following(Field<?> field, Supplier<String> suggestion) {
        this.field = field;
        this.suggestion = suggestion;
        field.text().addListener((observed, before, now) -> follows &= following);
    }

    /** Takes the suggestion over. */
    void follow() {
        if (follows) {
            following = true;
            field.suggest(suggestion.get());
            following = false;
        }
    }
}
