package app.naru.cli;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.instance.OpenElsewhere;
import app.naru.instance.Running;
import app.naru.path.Step;
import app.naru.settings.SavedForward;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code naru close}: closes a forward, whichever process has it open. */
@Command(name = "close")
final class CloseCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "NAME")
    private Optional<String> name = Optional.empty();

    @Option(names = "--all")
    private boolean all;

    private final Context context;

    CloseCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (all == name.isPresent()) {
            throw new InvalidInput("close.which", name.orElse(""));
        }
        return all ? closeAll() : close(name.orElseThrow());
    }

    private int close(String nameOrId) throws IOException {
        Output output = context.output();
        boolean openSomewhere = isOpen(nameOrId);
        boolean closed = !context.instances().close(nameOrId).isEmpty();
        // Read now: the process that had it open may have switched it off in the settings.
        boolean kept = switchOff(nameOrId);
        if (openSomewhere && !closed) {
            output.warn(Sentence.of("cli.close.failed", nameOrId));
            return ExitCode.SOFTWARE;
        }
        if (!closed && !kept) {
            output.warn(Sentence.of("cli.close.unknown", nameOrId));
            return ExitCode.SOFTWARE;
        }
        output.say(closed ? "cli.close.closed" : "cli.close.off", nameOrId);
        return ExitCode.OK;
    }

    private boolean isOpen(String nameOrId) throws IOException {
        return context.instances().running().stream()
                .flatMap(process -> process.forwards().stream())
                .map(OpenElsewhere::forward)
                .anyMatch(forward -> forward.answersTo(nameOrId));
    }

    /** Switches the forward off where it is kept. Returns whether it is. */
    private boolean switchOff(String nameOrId) throws IOException {
        try (Parts parts = context.open()) {
            List<SavedForward> meant =
                    parts.settings().forwards().stream()
                            .filter(saved -> saved.forward().answersTo(nameOrId))
                            .toList();
            for (SavedForward saved : meant) {
                if (saved.on()) {
                    parts.settings().put(saved.off());
                }
            }
            return !meant.isEmpty();
        }
    }

    private int closeAll() throws IOException {
        Output output = context.output();
        boolean good = true;
        for (Running process : context.instances().running()) {
            for (OpenElsewhere open : process.forwards()) {
                boolean closed = !context.instances().close(open.forward().id()).isEmpty();
                if (closed) {
                    output.say("cli.close.closed", open.forward().name());
                } else {
                    output.warn(Sentence.of("cli.close.failed", open.forward().name()));
                }
                good &= closed;
            }
        }
        return closeLeftOver() && good ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Takes back what a crash left, and switches off all that is kept. */
    private boolean closeLeftOver() throws IOException {
        Output output = context.output();
        try (Parts parts = context.open()) {
            parts.forwards().adopt();
            List<Step> left = parts.savedForwards().closeAll(this::tell);
            if (!left.isEmpty()) {
                output.warn(Sentence.of("cli.left"));
                left.forEach(step -> output.warn(step.change().description()));
                return false;
            }
            output.say("cli.close.all");
            return true;
        }
    }

    private void tell(Step step) {
        step.outcome()
                .ifPresent(outcome ->
                        context.output()
                                .say(
                                        "cli.open.undone",
                                        step.change().description(),
                                        outcome.sentence()));
    }
}
