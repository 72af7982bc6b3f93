package app.naru.cli;

import app.naru.path.FirewallChange;
import app.naru.path.Journal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * {@code naru firewall undo}: takes back the last change that was made for good, by {@code naru
 * firewall} or with the user's consent for a forward.
 */
@Command(name = "undo")
final class FirewallUndoCommand implements Callable<Integer> {

    @Option(names = "--dry-run")
    private boolean dryRun;

    private final Context context;

    FirewallUndoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return OnWindows.run(
                context,
                (parts, firewall) -> {
                    List<Journal.Entry> kept = parts.forwards().kept();
                    if (kept.isEmpty() || !(kept.getLast().change() instanceof FirewallChange)) {
                        context.output().say("cli.firewall.nothingToUndo");
                        return ExitCode.OK;
                    }
                    return undo(parts, kept.getLast());
                });
    }

    private int undo(Parts parts, Journal.Entry entry) {
        Output output = context.output();
        output.say("cli.firewall.undo", entry.change().description());
        if (dryRun) {
            output.say("cli.open.dryRun");
            return ExitCode.OK;
        }
        return entry.change() instanceof FirewallChange change
                ? OnWindows.told(
                        output, change, parts.forwards().takeBack(entry), "cli.firewall.undone")
                : ExitCode.SOFTWARE;
    }
}
