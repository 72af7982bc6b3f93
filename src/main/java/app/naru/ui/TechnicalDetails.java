package app.naru.ui;

import javafx.scene.Node;

/** What only some want to see: exact commands, registry values. */
public final class TechnicalDetails {

    private TechnicalDetails() {}

    /** Shows the node only while the user wants to see such things; follows at once. */
    public static void only(Node node, PreferencesViewModel preferences) {
        Words.present(node, preferences.preferences().details());
        WhileShown.on(
                node,
                () ->
                        preferences
                                .preferencesProperty()
                                .subscribe(now -> Words.present(node, now.details())));
    }
}
