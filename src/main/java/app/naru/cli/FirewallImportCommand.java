package app.naru.cli;

import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleFile;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.RuleWords;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.ForwardName;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code naru firewall import}: makes the rules that a file describes, each with Naru's mark; all
 * of them or, where a line is not understood, none.
 */
@Command(name = "import")
final class FirewallImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Option(names = "--dry-run")
    private boolean dryRun;

    private final Context context;

    FirewallImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        RuleFile read = RuleFile.read(file);
        List<Sentence> refused = new ArrayList<>();
        read.refused().forEach(each -> refused.add(each.sentence()));
        List<RuleSpec> rules = new ArrayList<>();
        for (RuleFile.Entry entry : read.entries()) {
            entry.sameOfOurs().ifPresentOrElse(rules::add, () -> refused.add(unlike(entry)));
        }
        return tell(rules, refused);
    }

    private static Sentence unlike(RuleFile.Entry entry) {
        InvalidInput why = new InvalidInput("script.unlike", entry.rule().name());
        return new RuleFile.Refused(entry.line(), why.sentence()).sentence();
    }

    private int tell(List<RuleSpec> rules, List<Sentence> refused) throws IOException {
        Output output = context.output();
        for (RuleSpec rule : rules) {
            output.line(output.texts().say(RuleWords.of(rule)));
            output.line("  " + NetshCommand.add(rule));
        }
        refused.forEach(output::warn);
        if (rules.isEmpty() || !refused.isEmpty()) {
            output.warn(Sentence.of("cli.firewall.nothingImported"));
            return ExitCode.USAGE;
        }
        if (dryRun) {
            output.say("cli.open.dryRun");
            return ExitCode.OK;
        }
        return OnWindows.run(
                context,
                Sentence.of("path.firewall.notHere"),
                (parts, firewall) -> make(parts, firewall, rules));
    }

    private int make(Parts parts, WindowsFirewall firewall, List<RuleSpec> rules)
            throws IOException {
        List<FirewallChange> changes = FirewallChange.MakeRule.replacing(rules, firewall.rules());
        ForwardName name = rules.getFirst().name().withoutMark();
        List<Outcome> outcomes = parts.forwards().make(name, changes);
        int code = ExitCode.OK;
        for (int i = 0; i < changes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            Sentence said = changes.get(i).told(outcome, "firewall.done");
            code = Math.max(code, context.output().told(said, outcome.good()));
        }
        return code;
    }
}
