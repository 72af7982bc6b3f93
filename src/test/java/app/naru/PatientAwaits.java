package app.naru;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has tests await conditions for longer than the usual ten seconds, and a window's start for longer
 * than half a minute: a busy machine may well take that. Costs nothing where all is well.
 */
public final class PatientAwaits implements LauncherSessionListener {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONGEST);
        System.setProperty("testfx.setup.timeout", String.valueOf(LONGEST.toMillis()));
    }
}
