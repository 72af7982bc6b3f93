package app.naru.ui.main;

import app.naru.ui.ForwardWords;
import app.naru.ui.Health;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which forwards are shown and in which order: worth choosing only where there are many. */
final class ForwardSearch {

    /** Up to so many are seen at a glance. */
    static final int FEW = 5;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ForwardWords words;
    private final Collator alphabet;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.ADDED);
    private final ObservableList<ForwardRow> shown = FXCollections.observableArrayList();

    /** What comes first. */
    enum Order {
        ADDED,
        NAME,
        STATE
    }

    /**
     * @param words what is said of forwards is searched too
     */
    ForwardSearch(ForwardWords words, Locale language) {
        this.words = words;
        this.alphabet = Collator.getInstance(language);
    }

    StringProperty queryProperty() {
        return query;
    }

    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** The forwards that are looked for, in the chosen order. */
    ObservableList<ForwardRow> shown() {
        return shown;
    }

    /** Shows those of these that are looked for. */
    void update(List<ForwardRow> rows) {
        boolean few = rows.size() <= FEW;
        List<ForwardRow> now =
                few
                        ? List.copyOf(rows)
                        : rows.stream().filter(this::isLookedFor).sorted(comparator(rows)).toList();
        if (!now.equals(shown)) {
            shown.setAll(now);
        }
    }

    private boolean isLookedFor(ForwardRow row) {
        String text =
                String.join(
                                "\n",
                                row.status().forward().name().text(),
                                words.target(row.status()),
                                words.link(row.status()),
                                words.state(row.status()))
                        .toLowerCase(Locale.ROOT);
        return BLANKS.splitAsStream(query.get().strip().toLowerCase(Locale.ROOT))
                .allMatch(text::contains);
    }

    private Comparator<ForwardRow> comparator(List<ForwardRow> rows) {
        return switch (order.get()) {
            case ADDED -> Comparator.comparingInt(rows::indexOf);
            case NAME ->
                    Comparator.comparing(row -> row.status().forward().name().text(), alphabet);
            case STATE ->
                    Comparator.comparing(row -> Health.of(row.status()), Comparator.reverseOrder());
        };
    }
}
