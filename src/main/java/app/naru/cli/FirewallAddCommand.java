package app.naru.cli;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.EdgeTraversal;
import app.naru.firewall.IcmpMatch;
import app.naru.firewall.InterfaceType;
import app.naru.firewall.LocalAddresses;
import app.naru.firewall.NetshCommand;
import app.naru.firewall.PortList;
import app.naru.firewall.ProgramPath;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleDetails;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.RuleWords;
import app.naru.firewall.ServiceName;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru firewall add}: makes a rule of the user's own, which bears Naru's mark. */
@Command(name = "add")
final class FirewallAddCommand implements Callable<Integer> {

    @Option(names = "--name", required = true, paramLabel = "TEXT")
    private Optional<RuleName> name = Optional.empty();

    @Option(names = "--in")
    private boolean in;

    @Option(names = "--out")
    private boolean out;

    @Option(names = "--allow")
    private boolean allow;

    @Option(names = "--block")
    private boolean block;

    @Option(names = "--protocol", paramLabel = "PROTOCOL")
    private Optional<RuleProtocol> protocol = Optional.empty();

    @Option(names = "--port", paramLabel = "LIST")
    private Optional<PortList> ports = Optional.empty();

    @Option(names = "--remote-port", paramLabel = "LIST")
    private Optional<PortList> remotePorts = Optional.empty();

    @Option(names = "--program", paramLabel = "PATH")
    private Optional<ProgramPath> program = Optional.empty();

    @Option(names = "--remote", paramLabel = "WHO")
    private Optional<Remote> remote = Optional.empty();

    @Option(names = "--profiles", split = ",", paramLabel = "KIND")
    private List<NetworkProfile> profiles = List.of();

    @Option(names = "--service", paramLabel = "NAME")
    private Optional<ServiceName> service = Optional.empty();

    @Option(names = "--icmp-type", paramLabel = "TYPE")
    private Optional<IcmpMatch> icmp = Optional.empty();

    @Option(names = "--local", paramLabel = "LIST")
    private Optional<LocalAddresses> local = Optional.empty();

    @Option(names = "--interface", paramLabel = "KIND")
    private Optional<InterfaceType> interfaceType = Optional.empty();

    @Option(names = "--edge", paramLabel = "HOW")
    private Optional<EdgeTraversal> edge = Optional.empty();

    @Option(names = "--description", paramLabel = "TEXT")
    private String description = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    private final Context context;

    FirewallAddCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        RuleSpec rule = rule();
        NetshCommand command = NetshCommand.add(rule);
        Output output = context.output();
        output.line(output.texts().say(RuleWords.of(rule)));
        output.line("  " + command);
        if (dryRun) {
            output.say("cli.open.dryRun");
            return ExitCode.OK;
        }
        return OnWindows.run(
                context,
                Sentence.of("path.firewall.notHere"),
                (parts, firewall) ->
                        OnWindows.make(
                                context,
                                parts,
                                rule.name().withoutMark(),
                                FirewallChange.MakeRule.replacing(List.of(rule), firewall.rules())
                                        .getFirst()));
    }

    private RuleSpec rule() {
        Direction direction = either("--in", in, "--out", out) ? Direction.IN : Direction.OUT;
        Action action = either("--allow", allow, "--block", block) ? Action.ALLOW : Action.BLOCK;
        if (!saysWhatItIsAbout()) {
            throw new InvalidInput("firewall.about", "--port");
        }
        boolean opens = direction == Direction.IN && action == Action.ALLOW;
        return new RuleSpec(
                name.orElseThrow(),
                description,
                direction,
                action,
                program,
                protocol.orElse(
                        ports.or(() -> remotePorts).isPresent()
                                ? RuleProtocol.TCP
                                : RuleProtocol.ANY),
                ports.orElse(PortList.ANY),
                remotePorts.orElse(PortList.ANY),
                // The least that is asked for: nobody but this network is let in unasked.
                remote.orElseGet(() -> opens ? new Remote.LocalSubnet() : new Remote.Anyone()),
                profiles.isEmpty() ? EnumSet.allOf(NetworkProfile.class) : Set.copyOf(profiles),
                new RuleDetails(service, icmp, local, interfaceType, edge),
                true);
    }

    /** Returns whether it is the first, which it is too if neither is given. */
    private static boolean either(String first, boolean isFirst, String second, boolean isSecond) {
        if (isFirst && isSecond) {
            throw new InvalidInput("firewall.either", first, second);
        }
        return !isSecond;
    }

    /** Without any of them the rule would be about all there is. */
    private boolean saysWhatItIsAbout() {
        return ports.isPresent()
                || remotePorts.isPresent()
                || program.isPresent()
                || remote.isPresent()
                || protocol.isPresent()
                || service.isPresent()
                || local.isPresent();
    }
}
