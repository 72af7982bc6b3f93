package app.naru.ui.addresses;

import app.naru.router.RouterFinder;
import app.naru.ui.Controllers;
import app.naru.ui.DialogQuestions;
import app.naru.ui.Page;
import app.naru.ui.PageFrame;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page of this PC's addresses, the Internet's view of them, and the router. */
public final class AddressesPage {

    private AddressesPage() {}

    /**
     * Returns it for the main window.
     *
     * @param finder looks for routers each time the page is opened
     */
    public static Page page(RouterFinder finder) {
        return new Page(
                "addresses",
                "addresses.page",
                Material2OutlinedMZ.ROUTER,
                Page.Place.TOP,
                context -> load(context, finder));
    }

    private static Parent load(UiContext context, RouterFinder finder) {
        Button refresh = new Button();
        refresh.setId("refreshAddresses");
        OutsideViewModel outside = new OutsideViewModel(context.outside(), context.tasks());
        RouterViewModel router =
                new RouterViewModel(
                        finder,
                        context.forwards(),
                        () -> context.live().situation(),
                        context.tasks(),
                        (question, ifYes) ->
                                new DialogQuestions(context.texts(), refresh.getScene().getWindow())
                                        .ask(question, ifYes));
        AddressesController controller = new AddressesController(context, outside, router, refresh);
        Parent content =
                context.fxml()
                        .load(
                                "/app/naru/ui/addresses/addresses.fxml",
                                Controllers.of(AddressesController.class, () -> controller));
        WhileShown.on(content, controller::follow);
        return PageFrame.scrolling(
                context.texts().say("addresses.page"), (Region) content, refresh);
    }
}
