package app.naru.cli;

import app.naru.firewall.FirewallRule;
import app.naru.firewall.Policy;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleScript;
import app.naru.firewall.StoreRules;
import app.naru.firewall.StoredRule;
import app.naru.forward.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru firewall export}: writes a script that makes the rules again; changes nothing. */
@Command(name = "export")
final class FirewallExportCommand implements Callable<Integer> {

    @Option(names = "--format", paramLabel = "FORMAT")
    private RuleScript.Format format = RuleScript.Format.NETSH;

    @Option(names = "--ours")
    private boolean ours;

    @Option(names = "--output", paramLabel = "FILE")
    private Optional<Path> file = Optional.empty();

    private final Context context;

    FirewallExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return OnWindows.run(context, (parts, firewall) -> export(firewall.policy().get()));
    }

    private int export(Policy policy) throws IOException {
        Output output = context.output();
        if (policy.rules(PolicyStore.LOCAL) instanceof StoreRules.Unreadable unreadable) {
            output.warn(Sentence.of("cli.firewall.unreadable.LOCAL", unreadable.reason()));
            return ExitCode.SOFTWARE;
        }
        List<FirewallRule> rules =
                policy.rules(PolicyStore.LOCAL).known().stream()
                        .map(StoredRule::rule)
                        .filter(rule -> !ours || RuleName.bearsMark(rule.name()))
                        .toList();
        RuleScript script = RuleScript.of(format, rules);
        if (file.isPresent()) {
            Files.write(file.get(), script.file(output.texts()::say));
            output.say("cli.firewall.exported", script.statements().size(), file.get());
        } else {
            script.text(output.texts()::say).lines().forEach(output::line);
        }
        script.leftOut().forEach(each -> output.warn(each.sentence()));
        return ExitCode.OK;
    }
}
