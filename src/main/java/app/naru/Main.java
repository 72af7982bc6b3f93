package app.naru;

import app.naru.cli.Cli;
import app.naru.cli.Output;
import app.naru.cli.Parts;
import app.naru.cli.RouterAccess;
import app.naru.cli.Stop;
import app.naru.instance.Instances;
import app.naru.path.Journal;
import app.naru.path.KeptMappings;
import app.naru.settings.SettingsFolder;
import app.naru.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the window, or, with arguments, the command line. */
public final class Main {

    /** Set by the start script where its output goes to a terminal that knows escape sequences. */
    private static final String TERMINAL = "naru.terminal";

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /** A slow PC takes that long from the start of a window to the window. */
    private static final Duration WINDOW_PATIENCE = Duration.ofSeconds(15);

    private Main() {}

    public static void main(String[] arguments) {
        WindowStart.Beginning.of(arguments).ifPresent(beginning -> System.exit(window(beginning)));
        // Nothing of the command line draws; AWT, should anything load it, must not look for a
        // display.
        System.setProperty("java.awt.headless", "true");
        System.setProperty("java.util.logging.config.class", QuietLog.class.getName());
        Stop stop = new Stop();
        GracefulExit exit = GracefulExit.install(stop::request);
        exit.with(() -> commandLine(stop, arguments));
    }

    /** Shows the window, or that of another process, and returns the exit code in the end. */
    private static int window(WindowStart.Beginning beginning) {
        Texts texts = Texts.in(Locale.getDefault(Locale.Category.DISPLAY));
        SettingsFolder folder = settingsFolder();
        Instances instances = new Instances(folder.running());
        try {
            int code =
                    new SingleWindow(instances, WINDOW_PATIENCE)
                            .open(
                                    new WindowStart(platform(), folder, instances, beginning),
                                    beginning != WindowStart.Beginning.TRAY);
            return code == 0 ? 0 : complain(texts, "start.otherSilent", "");
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("No window", e);
            return complain(texts, "start.failed", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int complain(Texts texts, String key, String detail) {
        output(texts).err().println(texts.say(key, detail));
        return 1;
    }

    private static int commandLine(Stop stop, String... arguments) {
        Texts texts = Cli.texts(Locale.getDefault(Locale.Category.DISPLAY), arguments);
        SettingsFolder folder = settingsFolder();
        Instances instances = new Instances(folder.running());
        return new Cli(() -> parts(folder), instances, System.in, output(texts), stop)
                .run(arguments);
    }

    private static Parts parts(SettingsFolder folder) throws IOException {
        Platform platform = platform();
        Naru naru = new Naru(platform, folder, Clock.systemUTC());
        return new Parts(
                naru.survey(),
                platform.network(),
                naru.settings(),
                naru.forwards(),
                naru.savedForwards(),
                platform.firewall(),
                platform.wsl(),
                new RouterAccess(
                        RouterAccess.from(naru.router()),
                        new KeptMappings(folder, Clock.systemUTC()),
                        () -> Journal.mappingsIn(folder.journals(), Clock.systemUTC())),
                naru.outside(),
                naru::close);
    }

    private static Platform platform() {
        return Platforms.of(System.getProperty("os.name"));
    }

    private static SettingsFolder settingsFolder() {
        return SettingsFolder.of(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
    }

    private static Output output(Texts texts) {
        return new Output(
                texts,
                writer(FileDescriptor.out, System.getProperty("stdout.encoding", "")),
                writer(FileDescriptor.err, System.getProperty("stderr.encoding", "")),
                Boolean.getBoolean(TERMINAL));
    }

    private static PrintWriter writer(FileDescriptor stream, String encoding) {
        return new PrintWriter(new FileOutputStream(stream), true, charset(encoding));
    }

    /** A system without a language (LANG=C) says ASCII, but what reads it takes UTF-8. */
    private static Charset charset(String encoding) {
        if (encoding.isEmpty() || !Charset.isSupported(encoding)) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = Charset.forName(encoding);
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
