package app.naru.ui.internet;

import app.naru.ui.Controllers;
import app.naru.ui.OwnedWindow;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window that says whom Naru contacts on the Internet, why, and switches it off. */
public final class ContactsWindow {

    private ContactsWindow() {}

    /** Opens the window. */
    public static void open(UiContext context, Window owner) {
        Stage stage = OwnedWindow.over(owner);
        Runnable saved =
                () -> {
                    context.outside().forget();
                    context.live().refresh();
                    stage.close();
                };
        ContactsViewModel model = new ContactsViewModel(context.settings(), context.tasks(), saved);
        ContactsController controller =
                new ContactsController(model, context.texts(), stage::close);
        Parent root =
                context.fxml()
                        .load(
                                "/app/naru/ui/internet/contacts.fxml",
                                Controllers.of(ContactsController.class, () -> controller));
        Scene scene = new Scene(root);
        Theme.dress(scene, context.texts());
        stage.setTitle(context.texts().say("contacts.title"));
        stage.setScene(scene);
        stage.show();
    }
}
