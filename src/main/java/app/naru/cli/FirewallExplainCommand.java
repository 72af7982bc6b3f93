package app.naru.cli;

import app.naru.firewall.Direction;
import app.naru.firewall.Judge;
import app.naru.firewall.ProgramPath;
import app.naru.firewall.Question;
import app.naru.firewall.RuleLabels;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.Verdict;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.survey.Network;
import app.naru.survey.NetworkReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * {@code naru firewall explain}: whether traffic gets through the firewall, and which rule or
 * setting decides it; changes nothing.
 */
@Command(name = "explain")
final class FirewallExplainCommand implements Callable<Integer> {

    @Option(names = "--port", required = true, paramLabel = "PORT")
    private Port port = new Port(1);

    @Option(names = "--udp")
    private boolean udp;

    @Option(names = "--out")
    private boolean out;

    @Option(names = "--program", paramLabel = "PATH")
    private Optional<ProgramPath> program = Optional.empty();

    @Option(names = "--remote", paramLabel = "ADDR")
    private Optional<InetAddress> remote = Optional.empty();

    @Option(names = "--profile", paramLabel = "KIND")
    private Optional<NetworkProfile> profile = Optional.empty();

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    FirewallExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return OnWindows.run(
                context, (parts, firewall) -> tell(question(network(parts.network())), firewall));
    }

    private int tell(Question question, WindowsFirewall firewall) {
        Output output = context.output();
        Verdict verdict = new Judge(firewall.policy().get()).judge(question);
        if (json) {
            output.json(node(question, verdict, firewall.labels()));
        } else {
            output.say(
                    "cli.firewall.on",
                    Sentence.of("firewall.words.networks." + question.profile().lowerCase()));
            output.line("  " + output.texts().say(verdict.sentence(firewall.labels())));
        }
        return ExitCode.OK;
    }

    /**
     * {@code verdict} ({@code allowed}, {@code blocked}, {@code unknown}), {@code certainty}
     * ({@code certain}, {@code likely}), {@code decidedBy} with {@code kind} ({@code rule}, {@code
     * setting}, {@code default}, or {@code unread} for what there is no answer without), {@code
     * store}, {@code id} (empty unless it is a rule) and {@code name}; {@code profile} that was
     * judged for, and the {@code key} and {@code text} of the sentence.
     */
    private ObjectNode node(Question question, Verdict verdict, RuleLabels labels) {
        ObjectNode node = Json.verdict(verdict);
        node.put("profile", question.profile().lowerCase());
        node.setAll(Json.sentence(verdict.sentence(labels), context.output().texts()));
        return node;
    }

    /** Without this PC's network the answer is only less certain. */
    private Network network(NetworkReader reader) {
        try {
            return reader.read();
        } catch (IOException e) {
            context.output().warn(Sentence.of("survey.failed", String.valueOf(e.getMessage())));
            return new Network(List.of(), List.of());
        }
    }

    private Question question(Network network) {
        // Windows takes a network that nobody has told it of for a public one.
        NetworkProfile on = profile.or(network::profile).orElse(NetworkProfile.PUBLIC);
        return new Question(
                out ? Direction.OUT : Direction.IN,
                udp ? RuleProtocol.UDP : RuleProtocol.TCP,
                Optional.of(port),
                program.map(ProgramPath::text),
                Optional.empty(),
                remote,
                on,
                network.subnets(on),
                Optional.empty(),
                Optional.empty());
    }
}
