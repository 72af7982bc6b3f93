package app.naru.cli;

import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleName;
import app.naru.path.FirewallChange;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru firewall remove}: takes back rules that bear Naru's mark, and no others. */
@Command(name = "remove")
final class FirewallRemoveCommand implements Callable<Integer> {

    @Option(names = "--name", required = true, paramLabel = "TEXT")
    private Optional<RuleName> name = Optional.empty();

    @Option(names = "--dry-run")
    private boolean dryRun;

    private final Context context;

    FirewallRemoveCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        RuleName rule = name.orElseThrow();
        Output output = context.output();
        return OnWindows.run(
                context,
                (parts, firewall) -> {
                    for (NetshCommand command : firewall.rules().removal(rule)) {
                        output.line("  " + command);
                    }
                    if (dryRun) {
                        output.say("cli.open.dryRun");
                        return ExitCode.OK;
                    }
                    return OnWindows.make(
                            context,
                            parts,
                            rule.withoutMark(),
                            new FirewallChange.RemoveRule(rule, firewall.rules().find(rule)));
                });
    }
}
