package app.naru.cli;

import app.naru.firewall.RuleName;
import app.naru.path.FirewallChange;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Turns rules that bear Naru's mark on or off, and no others. */
abstract class FirewallSwitchCommand implements Callable<Integer> {

    @Option(names = "--name", required = true, paramLabel = "TEXT")
    private Optional<RuleName> name = Optional.empty();

    @Option(names = "--dry-run")
    private boolean dryRun;

    private final Context context;
    private final boolean on;

    private FirewallSwitchCommand(Context context, boolean on) {
        this.context = context;
        this.on = on;
    }

    /** {@code naru firewall enable}. */
    @Command(name = "enable")
    static final class Enable extends FirewallSwitchCommand {
        Enable(Context context) {
            super(context, true);
        }
    }

    /** {@code naru firewall disable}. */
    @Command(name = "disable")
    static final class Disable extends FirewallSwitchCommand {
        Disable(Context context) {
            super(context, false);
        }
    }

    @Override
    public final Integer call() throws IOException {
        RuleName rule = name.orElseThrow();
        FirewallChange change = new FirewallChange.SwitchRule(rule, on);
        return OnWindows.run(
                context,
                (parts, firewall) -> {
                    change.command().ifPresent(command -> context.output().line("  " + command));
                    if (dryRun) {
                        context.output().say("cli.open.dryRun");
                        return ExitCode.OK;
                    }
                    return OnWindows.make(context, parts, rule.withoutMark(), change);
                });
    }
}
