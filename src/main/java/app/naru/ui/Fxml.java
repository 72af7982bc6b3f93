package app.naru.ui;

import app.naru.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML files, their {@code %keys} in one language. */
public final class Fxml {

    private final Texts texts;

    public Fxml(Texts texts) {
        this.texts = texts;
    }

    /**
     * Loads a file.
     *
     * @param resource from the root of the class path, like {@code /app/naru/ui/main/main.fxml}
     * @throws IllegalStateException if the file is not there or names an unregistered controller
     */
    public Parent load(String resource, Controllers controllers) {
        URL location = Fxml.class.getResource(resource);
        if (location == null) {
            throw new IllegalStateException("no FXML file " + resource);
        }
        FXMLLoader loader = new FXMLLoader(location, texts.bundle());
        loader.setControllerFactory(controllers::make);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("can't load " + resource, e);
        }
    }
}
