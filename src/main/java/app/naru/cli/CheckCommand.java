package app.naru.cli;

import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.Inquiry;
import app.naru.diagnosis.Report;
import app.naru.diagnosis.Stage;
import app.naru.diagnosis.Subject;
import app.naru.diagnosis.VisitProof;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.InvalidInput;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.instance.OpenElsewhere;
import app.naru.instance.Running;
import app.naru.path.RouterSearch;
import app.naru.path.Standing;
import app.naru.settings.SavedForward;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code naru check}: says whether others reach a server, and if not, what stands in the way. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    /** It can't be told. */
    private static final int UNKNOWN = 3;

    @Parameters(index = "0", paramLabel = "PORT|NAME", descriptionKey = "WHAT")
    private String what = "";

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = context.open()) {
            Subject subject = subject(parts);
            Thread looking = Thread.currentThread();
            context.stop().whenRequested(looking::interrupt);
            Examiner examiner =
                    new Examiner(
                            parts.survey(),
                            parts.firewall(),
                            new RouterSearch(parts.network(), parts.outside()),
                            VisitProof.none());
            Examination examination =
                    examiner.examine(Inquiry.into(subject, Optional.empty()), this::tell);
            show(examination);
            return switch (examination.diagnosis().verdict()) {
                case REACHABLE -> ExitCode.OK;
                case NOT_REACHABLE -> ExitCode.SOFTWARE;
                case CANT_TELL -> UNKNOWN;
            };
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            context.output().warn(Sentence.of("cli.check.cancelled"));
            return UNKNOWN;
        }
    }

    private void tell(double part, Sentence what) {
        Output output = context.output();
        if (output.terminal() && !json) {
            output.overwrite(
                    part < 1
                            ? output.texts().say("cli.check.looking", Math.round(100 * part))
                            : "");
        }
    }

    /** What is open anywhere, then what is kept, then a port that nobody made a forward for. */
    private Subject subject(Parts parts) throws IOException {
        for (Running process : context.instances().running()) {
            for (OpenElsewhere open : process.forwards()) {
                if (isMeant(open.forward())) {
                    return new Subject(
                            open.forward(),
                            Stage.OPEN,
                            Standing.CLOSED,
                            Optional.empty(),
                            Optional.of(process.pid()));
                }
            }
        }
        Optional<Forward> kept =
                parts.settings().forwards().stream()
                        .map(SavedForward::forward)
                        .filter(each -> each.answersTo(what))
                        .findFirst();
        return kept.map(forward -> Subject.of(forward, Stage.CLOSED))
                .orElseGet(() -> Subject.of(bare(), Stage.BARE));
    }

    private boolean isMeant(Forward forward) {
        return forward.answersTo(what) || (isPort() && forward.ports().contains(Port.parse(what)));
    }

    private boolean isPort() {
        return what.matches("[0-9]+");
    }

    private Forward bare() {
        if (!isPort()) {
            throw new InvalidInput("check.unknown", what);
        }
        Port port = Port.parse(what);
        return new Forward(
                Forward.newId(),
                new ForwardName(port.toString()),
                Protocol.TCP,
                PortRange.of(port),
                new Listen.LanAddresses(),
                new Target.ThisPc(port),
                new Audience.ThisNetwork(),
                new Lifetime.UntilStopped(),
                EnumSet.allOf(NetworkProfile.class),
                "");
    }

    private void show(Examination examination) {
        Output output = context.output();
        if (json) {
            output.json(CheckJson.of(examination, output.texts()));
            return;
        }
        for (Report.Line line : Report.of(examination)) {
            String indent = "  ".repeat(line.depth());
            output.line(indent + output.texts().say(line.sentence()));
            line.text()
                    .ifPresent(text ->
                            text.lines().forEach(each -> output.line(indent + "    " + each)));
        }
    }
}
