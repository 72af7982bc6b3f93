package app.naru.ui;

import java.util.function.Function;
import javafx.scene.Parent;
import org.kordamp.ikonli.Ikon;

/**
 * A page of the main window, reached by the rail at its left.
 *
 * <p>How one is added: its package has one public class with a method that returns its page, and
 * {@code Pages} puts that among the others, in the order of the rail:
 *
 * <pre>{@code
 * public static Page page(FirewallReader reader) {
 *     return new Page("firewall", FIREWALL_TITLE, Material2OutlinedMZ.SECURITY, Page.Place.TOP,
 *             context -> new FirewallController(context, reader).load());
 * }
 * }</pre>
 *
 * <p>The page is made when it is first opened, and anew in another language. A page that is not
 * shown is not in the scene: {@link WhileShown} ties to that what costs something or listens to
 * what outlives the page. The window shows notices above the page and scrolls nothing by itself:
 * {@link PageFrame} gives a page its title and, where wanted, its scrolling.
 *
 * @param id short and unique: opens it ({@link UiContext#pages}) and names it in tests
 * @param title the key of its title, which is also its name in the rail
 * @param icon an outlined Material icon
 * @param make its content in the language of the context
 */
public record Page(
        String id, String title, Ikon icon, Place place, Function<UiContext, Parent> make) {

    /** Where in the rail. */
    public enum Place {
        /** Among those for daily use. */
        TOP,
        /** At its foot, as Windows places settings. */
        BOTTOM
    }
}
