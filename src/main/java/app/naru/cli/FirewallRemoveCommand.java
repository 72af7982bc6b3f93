package app.naru.cli;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.NetshCommand;
import app.naru.firewall.PortList;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleOutcome;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import java.io.IOException;
import java.util.EnumSet;
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
        RuleSpec rule = anyOf(name.orElseThrow());
        Output output = context.output();
        try (Parts parts = context.open()) {
            if (parts.firewall().isEmpty()) {
                output.warn(Sentence.of("cli.firewall.notHere"));
                return ExitCode.SOFTWARE;
            }
            WindowsFirewall firewall = parts.firewall().get();
            for (NetshCommand command : firewall.rules().removal(rule.name())) {
                output.line("  " + command);
            }
            if (dryRun) {
                output.say("cli.open.dryRun");
                return ExitCode.OK;
            }
            RuleOutcome outcome = firewall.tasks().bring(firewall.rules().removing(rule.name()));
            return output.told(outcome.sentence(rule.name()), outcome.asWanted());
        }
    }

    /** Removing goes by the name: rules of that name go as they are, whatever they do. */
    private static RuleSpec anyOf(RuleName name) {
        return new RuleSpec(
                name,
                "",
                Direction.IN,
                Action.ALLOW,
                Optional.empty(),
                RuleProtocol.ANY,
                PortList.ANY,
                PortList.ANY,
                new Remote.Anyone(),
                EnumSet.allOf(NetworkProfile.class),
                true);
    }
}
