package app.naru.ui;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** Opens links in the user's browser. Blocks for a moment: not for the JavaFX thread. */
public final class LinkOpener {

    private LinkOpener() {}

    /**
     * Opens the link.
     *
     * @throws IOException if this system has no browser, or it did not start
     */
    public static void open(URI link) throws IOException {
        if (!GraphicsEnvironment.isHeadless()
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            Desktop.getDesktop().browse(link);
        } else {
            new ProcessBuilder("xdg-open", link.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }
}
