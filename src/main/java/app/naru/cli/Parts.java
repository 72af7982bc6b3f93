package app.naru.cli;

import app.naru.firewall.WindowsFirewall;
import app.naru.internet.OutsideView;
import app.naru.path.Forwards;
import app.naru.path.SavedForwards;
import app.naru.settings.Settings;
import app.naru.survey.NetworkReader;
import app.naru.survey.Survey;
import app.naru.wsl.WslReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The parts of the program that commands work with.
 *
 * @param firewall empty where there is no Windows Defender Firewall
 * @param wsl empty where there is no WSL
 * @param outside what the Internet sees, asked for only when it is wanted
 * @param whole lets go of all of them
 */
public record Parts(
        Survey survey,
        NetworkReader network,
        Settings settings,
        Forwards forwards,
        SavedForwards savedForwards,
        Optional<WindowsFirewall> firewall,
        Optional<WslReader> wsl,
        RouterAccess router,
        OutsideView outside,
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
