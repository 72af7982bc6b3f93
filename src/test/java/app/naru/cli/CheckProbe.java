package app.naru.cli;

import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.Finding;
import app.naru.diagnosis.Fix;
import app.naru.diagnosis.Fixer;
import app.naru.diagnosis.Inquiry;
import app.naru.diagnosis.Progress;
import app.naru.diagnosis.Stage;
import app.naru.diagnosis.Subject;
import app.naru.diagnosis.WatchedVisits;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.internet.OutsideView;
import app.naru.internet.ServiceCheck;
import app.naru.internet.Standpoint;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.InternetContacts;
import app.naru.path.Journal;
import app.naru.path.RouterSearch;
import app.naru.path.SavedForwards;
import app.naru.router.RouterFinder;
import app.naru.server.ProcListeners;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.LinuxNetwork;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.Survey;
import app.naru.survey.SurveyParts;
import app.naru.text.Texts;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the window has, in a process of its own inside a network namespace: takes commands by lines,
 * answers each with a line of JSON. Its WSL is what the file {@code wsl} in its folder says: the
 * virtual machine's address, or nothing while it is stopped.
 */
final class CheckProbe {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Path PROC = Path.of("/proc");

    private final Path folder;
    private final Survey survey;
    private final Forwards forwards;
    private final Examiner examiner;
    private final Fixer fixer;
    private Forward forward = forward("8000", "8000", "lan");
    private Optional<Examination> last = Optional.empty();
    private Optional<Fixer.Made> made = Optional.empty();
    private boolean bare;

    private CheckProbe(Path folder) throws IOException {
        this.folder = folder;
        Clock clock = Clock.systemUTC();
        LinuxNetwork network = new LinuxNetwork(PROC, Path.of("/sys"));
        ProcListeners listeners = new ProcListeners(PROC);
        SettingsFolder files = new SettingsFolder(folder);
        Settings settings = new Settings(files, clock);
        OutsideView outside =
                new OutsideView(
                        () -> InternetContacts.in(settings), () -> Standpoint.UNKNOWN, clock);
        outside.want();
        Situation unseen =
                Situation.unseen(
                        OperatingSystem.LINUX, ProcessHandle.current().pid(), Optional.empty());
        Optional<WslReader> wsl = Optional.of(this::wsl);
        survey = new Survey(unseen, SurveyParts.of(network, listeners, wsl, outside));
        RouterFinder router = new RouterSearch(network, outside);
        forwards =
                new Forwards(
                        Journal.open(files.journals(), "probe", clock),
                        Optional.empty(),
                        listeners,
                        router,
                        Optional.empty(),
                        () -> settings.preferences().limits(),
                        unseen,
                        clock);
        SavedForwards saved = new SavedForwards(settings, forwards, clock);
        examiner =
                new Examiner(
                        survey,
                        Optional.empty(),
                        router,
                        new WatchedVisits(forwards, () -> Optional.of(services(settings))));
        fixer = new Fixer(forwards, saved);
    }

    /** The lab's service connects before it answers: nothing has to be waited for. */
    private static ServiceCheck services(Settings settings) {
        return new ServiceCheck(
                InternetContacts.checkServices(settings),
                Duration.ofSeconds(15),
                Duration.ofSeconds(1));
    }

    private Wsl wsl() throws IOException {
        Path file = folder.resolve("wsl");
        Optional<String> address =
                Files.exists(file)
                        ? Optional.of(Files.readString(file).strip()).filter(it -> !it.isEmpty())
                        : Optional.empty();
        return new Wsl(
                Optional.of("2.6.3.0"),
                List.of(new Distro("{11111111-1111-1111-1111-111111111111}", "Ubuntu", 2, true)),
                address.isPresent(),
                NetworkingMode.NAT,
                address.map(Address::parse));
    }

    public static void main(String[] arguments) throws Exception {
        CheckProbe probe = new CheckProbe(Path.of(arguments[0]));
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(probe.answer(line));
        }
        probe.forwards.close(probe.forward.id(), step -> {});
        System.exit(0);
    }

    /** A probe that ends over an exception would leave the test waiting. */
    private ObjectNode answer(String line) {
        try {
            return run(line.split(" "));
        } catch (Exception thrown) {
            return Json.object().put("thrown", thrown.toString());
        }
    }

    private ObjectNode run(String... command) throws Exception {
        return switch (command[0]) {
            // WORD PORT TARGET AUDIENCE [http]
            case "bare", "keep", "open" -> begin(command);
            case "check" -> check(Inquiry.into(subject(), last));
            case "outside" -> check(Inquiry.into(subject(), last).withOutside());
            case "device" ->
                    check(
                            Inquiry.into(subject(), last)
                                    .withDevice(Duration.ofMillis(Long.parseLong(command[1]))));
            case "fix" -> fix(command[1], Integer.parseInt(command[2]));
            case "undo" -> done(fixer.undo(made.orElseThrow()));
            case "survey" -> looked();
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private static Forward forward(String ports, String target, String audience) {
        String id = Forward.newId();
        return new Forward(
                id,
                new ForwardName("probe " + id),
                Protocol.TCP,
                PortRange.parse(ports),
                new Listen.LanAddresses(),
                Target.parse(target),
                Audience.parse(audience),
                new Lifetime.UntilStopped(),
                EnumSet.allOf(NetworkProfile.class),
                "");
    }

    private ObjectNode begin(String... command) throws IOException {
        forwards.close(forward.id(), step -> {});
        last = Optional.empty();
        forward = forward(command[1], command[2], command[3]);
        if (command.length > 4) {
            forward = forward.inHttpMode(HttpNames.NONE);
        }
        bare = command[0].equals("bare");
        looked();
        return command[0].equals("open")
                ? fixed(
                        fixer.apply(
                                forwards.status(forward),
                                new Fix.Reopen(Sentence.of("diagnosis.fix.open"), forward)))
                : Json.object();
    }

    private ObjectNode looked() {
        forwards.situation(survey.look());
        return Json.object();
    }

    private Subject subject() {
        ForwardStatus status = forwards.status(forward);
        boolean open = status.state() == ForwardStatus.State.OPEN;
        return new Subject(
                forward,
                open ? Stage.OPEN : bare ? Stage.BARE : Stage.CLOSED,
                forwards.standing(forward),
                status.trouble(),
                Optional.empty());
    }

    private ObjectNode check(Inquiry inquiry) throws InterruptedException {
        Examination examination = examiner.examine(inquiry, Progress.none());
        last = Optional.of(examination);
        return CheckJson.of(examination, ENGLISH);
    }

    /** Does the fix of that number that the finding of that cause has. */
    private ObjectNode fix(String cause, int number) throws IOException {
        Finding finding =
                last.orElseThrow().diagnosis().findings().stream()
                        .filter(each -> each.cause().text().equals(cause))
                        .findFirst()
                        .orElseThrow();
        return done(fixer.apply(forwards.status(forward), finding.fixes().get(number)));
    }

    private ObjectNode done(Fixer.Result result) {
        if (result instanceof Fixer.Result.Done(ForwardStatus now, Optional<Fixer.Made> fix)) {
            forward = now.forward();
            made = fix;
        }
        return fixed(result);
    }

    private static ObjectNode fixed(Fixer.Result result) {
        return switch (result) {
            case Fixer.Result.Done done -> Json.object().put("done", true);
            case Fixer.Result.NotDone(var why) ->
                    Json.object().put("done", false).put("why", ENGLISH.say(why));
        };
    }
}
