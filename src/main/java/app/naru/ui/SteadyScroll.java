package app.naru.ui;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;

/**
 * Keeps the room of a page's scroll bar, in its margin: what scrolls ends where all else does, and
 * does not move when the bar comes or goes.
 */
public final class SteadyScroll {

    private static final PseudoClass NEEDLESS = PseudoClass.getPseudoClass("needless");

    private SteadyScroll() {}

    /** Does so from now on; where all is in view the bar is not seen. */
    public static void in(ScrollPane pane) {
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        pane.skinProperty()
                .subscribe(skin -> {
                    if (skin != null) {
                        pane.lookupAll(".scroll-bar").stream()
                                .filter(ScrollBar.class::isInstance)
                                .map(ScrollBar.class::cast)
                                .filter(bar -> pane.equals(bar.getParent()))
                                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                                .forEach(SteadyScroll::hideWhereNeedless);
                    }
                });
    }

    private static void hideWhereNeedless(ScrollBar bar) {
        bar.visibleAmountProperty()
                .subscribe(amount ->
                        bar.pseudoClassStateChanged(
                                NEEDLESS, amount.doubleValue() >= bar.getMax()));
    }
}
