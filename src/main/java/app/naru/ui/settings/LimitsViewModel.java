package app.naru.ui.settings;

import app.naru.settings.Preferences;
import app.naru.settings.RelayLimits;
import app.naru.ui.Field;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Reading;
import java.util.Optional;

/** How many connections relays let in, while it is being changed. */
final class LimitsViewModel {

    private final PreferencesViewModel preferences;
    private final Field<Optional<Integer>> total = field();
    private final Field<Optional<Integer>> perClient = field();
    private final Field<Optional<Integer>> perSecond = field();

    LimitsViewModel(PreferencesViewModel preferences) {
        this.preferences = preferences;
        show(preferences.preferences().limits());
    }

    private static Field<Optional<Integer>> field() {
        return new Field<>("", text -> Reading.of(() -> RelayLimits.parse(text)));
    }

    /** Puts these in, as when others have been imported. */
    void show(RelayLimits limits) {
        total.text().set(text(limits.total()));
        perClient.text().set(text(limits.perClient()));
        perSecond.text().set(text(limits.perSecond()));
    }

    private static String text(Optional<Integer> limit) {
        return limit.map(String::valueOf).orElse("");
    }

    /** Keeps what was typed, unless one of them is no limit. */
    void keep() {
        total.reading()
                .get()
                .good()
                .ifPresent(all ->
                        perClient
                                .reading()
                                .get()
                                .good()
                                .ifPresent(each ->
                                        perSecond
                                                .reading()
                                                .get()
                                                .good()
                                                .ifPresent(fast ->
                                                        keep(new RelayLimits(all, each, fast)))));
    }

    private void keep(RelayLimits limits) {
        preferences.change(before -> before.withLimits(limits));
    }

    /** Puts Naru's own back. */
    void restore() {
        show(Preferences.DEFAULT.limits());
        keep();
    }

    Field<Optional<Integer>> total() {
        return total;
    }

    Field<Optional<Integer>> perClient() {
        return perClient;
    }

    Field<Optional<Integer>> perSecond() {
        return perSecond;
    }
}
