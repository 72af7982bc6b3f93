package app.naru;

import app.naru.instance.HeldLock;
import app.naru.instance.Instances;
import app.naru.instance.Published;
import app.naru.instance.Resident;
import app.naru.path.ForwardStatus;
import app.naru.path.PcWatch;
import app.naru.path.SavedForwards;
import app.naru.ui.main.NaruWindow;
import app.naru.ui.wizard.WizardWindows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts the window, or shows the one that is there already. */
final class WindowStart {

    /** How long the first of two that start at once may take until it has a window to show. */
    private static final Duration OTHER_STARTS = Duration.ofSeconds(20);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Platform platform;
    private final Instances instances;

    WindowStart(Platform platform, Instances instances) {
        this.platform = platform;
        this.instances = instances;
    }

    /**
     * Shows a window and waits until the user has ended Naru; where another process has one, shows
     * that one and returns at once.
     *
     * @return whether there was a window to show
     */
    boolean run(Naru naru) throws IOException, InterruptedException {
        Optional<HeldLock> right = instances.becomeWindow();
        if (right.isEmpty()) {
            return showOther();
        }
        CompletableFuture<Runnable> whenChanged = new CompletableFuture<>();
        try (HeldLock held = right.get();
                WizardWindows wizard = new WizardWindows();
                PcWatch watch =
                        new PcWatch(
                                platform.network(),
                                naru.forwards(),
                                () -> whenChanged.thenAccept(Runnable::run))) {
            NaruWindow window =
                    NaruWindow.launch(
                            new NaruWindow.Parts(
                                    naru.settings(),
                                    naru.savedForwards(),
                                    naru.forwards(),
                                    naru.survey(),
                                    Clock.systemUTC(),
                                    wizard,
                                    whenChanged::complete,
                                    platform.systemIsDark(),
                                    true));
            try (Published published = instances.publish(new Shown(window, naru))) {
                window.awaitEnd();
            }
        }
        return true;
    }

    private boolean showOther() throws IOException, InterruptedException {
        for (long waited = 0; waited < OTHER_STARTS.toMillis(); waited += BETWEEN_TRIES.toMillis()) {
            if (instances.showWindow()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
        }
        return false;
    }

    /** The window, as other processes of Naru's see it. */
    private record Shown(NaruWindow window, Naru naru) implements Resident {

        @Override
        public boolean hasWindow() {
            return true;
        }

        @Override
        public void show() {
            window.showFromAnywhere();
        }

        @Override
        public List<ForwardStatus> forwards() {
            return naru.forwards().open();
        }

        @Override
        public boolean close(String nameOrId) {
            SavedForwards saved = naru.savedForwards();
            try {
                for (ForwardStatus open : naru.forwards().open()) {
                    if (open.forward().answersTo(nameOrId)) {
                        return saved.close(open.forward().id(), step -> {}).isEmpty();
                    }
                }
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
