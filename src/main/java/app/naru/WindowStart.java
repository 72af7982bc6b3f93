package app.naru;

import app.naru.diagnosis.Attendance;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.WatchedVisits;
import app.naru.instance.Instances;
import app.naru.instance.Published;
import app.naru.instance.Resident;
import app.naru.path.ForwardStatus;
import app.naru.path.InternetContacts;
import app.naru.path.KeptMappings;
import app.naru.path.PcWatch;
import app.naru.path.SavedForwards;
import app.naru.path.Traces;
import app.naru.settings.AutoStart;
import app.naru.settings.SettingsFolder;
import app.naru.ui.Page;
import app.naru.ui.main.JavaFxStart;
import app.naru.ui.main.NaruWindow;
import app.naru.ui.main.Pages;
import app.naru.ui.wizard.WizardWindows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The window with all that belongs to it, from its start to the program's end. */
final class WindowStart implements SingleWindow.Window {

    private final Platform platform;
    private final SettingsFolder folder;
    private final Instances instances;
    private final Beginning beginning;

    /** What is there at first. */
    enum Beginning {
        WINDOW,

        /** The window, with a new forward before it. */
        WIZARD,

        /** The tray's icon alone, as after the user has signed in. */
        TRAY;

        /**
         * Returns what the program's arguments ask for.
         *
         * @return empty if they are for the command line
         */
        static Optional<Beginning> of(String... arguments) {
            return switch (String.join(" ", arguments)) {
                case "" -> Optional.of(WINDOW);
                case "wizard" -> Optional.of(WIZARD);
                case AutoStart.ARGUMENT -> Optional.of(TRAY);
                default -> Optional.empty();
            };
        }
    }

    WindowStart(
            Platform platform, SettingsFolder folder, Instances instances, Beginning beginning) {
        this.beginning = beginning;
        this.platform = platform;
        this.folder = folder;
        this.instances = instances;
    }

    /** Shows the window and waits until the user has ended Naru. */
    @Override
    public int show() throws IOException, InterruptedException {
        boolean visible = beginning != Beginning.TRAY;
        JavaFxStart javaFx = JavaFxStart.begin(platform.systemIsDark(), visible);
        AtomicReference<@Nullable Runnable> whenChanged = new AtomicReference<>();
        Runnable changed = () -> Optional.ofNullable(whenChanged.get()).ifPresent(Runnable::run);
        try (Naru naru = new Naru(platform, folder, Clock.systemUTC());
                WizardWindows wizards = new WizardWindows();
                PcWatch watch =
                        new PcWatch(platform.network(), platform.wsl(), naru.forwards(), changed)) {
            NaruWindow window =
                    NaruWindow.launch(
                            javaFx,
                            new NaruWindow.Parts(
                                    naru.settings(),
                                    naru.savedForwards(),
                                    naru.forwards(),
                                    naru.survey(),
                                    naru.outside(),
                                    new Examiner(
                                            naru.survey(),
                                            platform.firewall(),
                                            naru.router(),
                                            new WatchedVisits(
                                                    naru.forwards(),
                                                    () ->
                                                            InternetContacts.serviceCheck(
                                                                    naru.settings()))),
                                    new Attendance(platform.listeners(), naru.forwards()),
                                    Clock.systemUTC(),
                                    wizards,
                                    whenChanged::set,
                                    pages(naru),
                                    platform.systemIsDark(),
                                    platform.autoStart(),
                                    true),
                            visible);
            try (Published published = instances.publish(new Shown(window, naru))) {
                if (beginning == Beginning.WIZARD) {
                    window.wizardFromAnywhere();
                }
                window.awaitEnd();
            }
        }
        return 0;
    }

    /** The pages after that of the forwards. */
    private List<Page> pages(Naru naru) {
        Traces traces =
                new Traces(
                        naru.settings(),
                        naru.savedForwards(),
                        naru.forwards(),
                        platform.firewall(),
                        naru.router(),
                        new KeptMappings(folder, Clock.systemUTC()),
                        platform.autoStart());
        return Pages.of(platform.firewall(), naru.router(), traces);
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
