package app.naru;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/**
 * Sets the JDK's logger up for the command line: what its user has to know is said in sentences, so
 * only bugs are logged. Made by {@code java.util.logging} itself when something is logged first.
 */
public final class QuietLog {

    /**
     * @throws IOException if the settings can't be read
     */
    public QuietLog() throws IOException {
        try (InputStream settings = QuietLog.class.getResourceAsStream("quiet-log.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }
}
