package app.naru.cli;

import app.naru.forward.Sentence;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code naru firewall}: what its commands do is theirs. */
@Command(name = "firewall")
final class FirewallCommand implements Callable<Integer> {

    private final Context context;

    private FirewallCommand(Context context) {
        this.context = context;
    }

    /** Returns the command with its own ones. */
    static CommandLine with(Context context) {
        return new CommandLine(new FirewallCommand(context))
                .addSubcommand(new FirewallListCommand(context))
                .addSubcommand(new FirewallExplainCommand(context))
                .addSubcommand(new FirewallDecodeCommand(context))
                .addSubcommand(new FirewallAddCommand(context))
                .addSubcommand(new FirewallRemoveCommand(context))
                .addSubcommand(new FirewallSwitchCommand.Enable(context))
                .addSubcommand(new FirewallSwitchCommand.Disable(context))
                .addSubcommand(new FirewallUndoCommand(context))
                .addSubcommand(new FirewallExportCommand(context))
                .addSubcommand(new FirewallImportCommand(context));
    }

    @Override
    public Integer call() {
        context.output().warn(Sentence.of("cli.firewall.which"));
        return ExitCode.USAGE;
    }
}
