package app.naru.cli;

import app.naru.path.Forwards;
import app.naru.path.SavedForwards;
import app.naru.settings.Settings;
import app.naru.survey.NetworkReader;
import app.naru.survey.Survey;
import java.io.Closeable;
import java.io.IOException;

/**
 * The parts of the program that commands work with.
 *
 * @param whole lets go of all of them
 */
public record Parts(
        Survey survey,
        NetworkReader network,
        Settings settings,
        Forwards forwards,
        SavedForwards savedForwards,
        RouterAccess router,
        Closeable whole)
        implements Closeable {

    /** Puts the parts together, for a command that needs them. */
    @FunctionalInterface
    public interface Start {

        /**
         * @throws IOException if the settings or the journal can't be read or made
         */
        Parts open() throws IOException;
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
