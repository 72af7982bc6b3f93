package app.naru.cli;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.InvalidInput;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.FirewallChange;
import app.naru.server.KnownPreset;
import app.naru.server.SampleServer;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.text.SamplePage;
import java.io.IOException;
import java.net.BindException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code naru open}: opens a server to others and stays until it is closed again. */
@Command(name = "open")
final class OpenCommand implements Callable<Integer> {

    /** Where servers of this kind usually are. */
    private static final int SAMPLE_PORT = 8000;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PORT", descriptionKey = "PORT")
    private Optional<PortRange> ports = Optional.empty();

    @Option(names = "--to", paramLabel = "TARGET")
    private Optional<Target> to = Optional.empty();

    @Option(names = "--udp")
    private boolean udp;

    @Option(names = "--listen", paramLabel = "ADDR")
    private Listen listen = new Listen.LanAddresses();

    @Option(names = "--audience", paramLabel = "WHO")
    private Optional<Audience> givenAudience = Optional.empty();

    @Option(names = "--for", paramLabel = "TIME")
    private Optional<Lifetime> givenLifetime = Optional.empty();

    @Option(names = "--name", paramLabel = "TEXT")
    private Optional<ForwardName> name = Optional.empty();

    @Option(names = "--profiles", split = ",", paramLabel = "KIND")
    private List<NetworkProfile> profiles = List.of();

    @Option(names = "--description", paramLabel = "TEXT")
    private String description = "";

    @Option(names = "--start-wsl")
    private boolean startWsl;

    @Option(names = "--trust-network")
    private boolean trustNetwork;

    @Option(names = "--map-anyway")
    private boolean mapAnyway;

    @Option(names = "--check-outside")
    private boolean checkOutside;

    @Option(names = "--remove-blocks")
    private boolean removeBlocks;

    @Option(names = "--remove-portproxy")
    private boolean removePortProxy;

    @Mixin private HttpOptions http = new HttpOptions();

    @Mixin private PresetOption presetOption = new PresetOption();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--sample")
    private boolean sample;

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;
    private Optional<KnownPreset> preset = Optional.empty();

    OpenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        preset = presetOption.find(context);
        if (!sample) {
            PortRange wanted =
                    ports.or(() -> preset.map(each -> each.preset().ports()))
                            .orElseThrow(() -> new InvalidInput("port.missing", ""));
            return open(wanted, to.orElseGet(() -> new Target.ThisPc(wanted.first())));
        }
        if (to.isPresent() || udp || preset.isPresent()) {
            String other = udp ? "--udp" : "--preset";
            throw new InvalidInput("sample.with", to.isPresent() ? "--to" : other);
        }
        try (SampleServer server = startSample()) {
            Port port = server.port();
            return open(ports.orElseGet(() -> PortRange.of(port)), new Target.ThisPc(port));
        }
    }

    /** Serves the sample at the port that was asked for if it is free here, else at any. */
    private SampleServer startSample() throws IOException {
        SamplePage page = new SamplePage(context.output().texts());
        int wanted = ports.map(range -> range.first().number()).orElse(SAMPLE_PORT);
        try {
            return SampleServer.start(wanted, visitor -> page.html());
        } catch (BindException taken) {
            return SampleServer.start(0, visitor -> page.html());
        }
    }

    private int open(PortRange wanted, Target target) throws IOException {
        if (startWsl && !(target instanceof Target.InWsl)) {
            throw new InvalidInput("startWsl.elsewhere", target);
        }
        if (mapAnyway && !(audience() instanceof Audience.Internet)) {
            throw new InvalidInput("mapAnyway.elsewhere", audience());
        }
        // What can be said of the input alone is said before anything is touched.
        Forward drawn = forward(wanted, target);
        Output output = context.output();
        if (staysOffTheInternet()) {
            output.warn(Sentence.of("cli.open.preset.internet", presetName(wanted)));
        }
        OpenReport report = json ? new JsonReport(output) : new TextReport(output);
        try (Parts parts = context.open()) {
            if (drawn.audience() instanceof Audience.Internet) {
                parts.outside().want();
            }
            Situation situation = parts.survey().look();
            parts.forwards().situation(situation);
            Forward forward = profiles.isEmpty() ? onPresentNetworks(drawn, situation) : drawn;
            OpenRun run = new OpenRun(context, parts, forward, this::agreed, report, checkOutside);
            return dryRun ? run.planOnly() : run.open();
        }
    }

    private boolean agreed(FirewallChange change) {
        return switch (change) {
            case FirewallChange.RemoveBlocks blocks -> removeBlocks;
            case FirewallChange.RemovePortProxy proxy -> removePortProxy;
            case FirewallChange.MakeRule make -> false;
            case FirewallChange.RemoveRule remove -> false;
            case FirewallChange.SwitchRule turned -> false;
            case FirewallChange.MakeHyperVRule make -> false;
            case FirewallChange.RemoveHyperVRules remove -> false;
            case FirewallChange.TrustNetwork trust -> trustNetwork;
        };
    }

    /** Nobody is let in from the Internet whom the user did not name. */
    private boolean staysOffTheInternet() {
        return givenAudience.isEmpty()
                && preset.filter(each -> each.usual().isPresent())
                        .filter(each -> each.preset().audience() instanceof Audience.Internet)
                        .isPresent();
    }

    private Audience audience() {
        return givenAudience
                .or(() ->
                        preset.filter(each -> !staysOffTheInternet())
                                .map(each -> each.preset().audience()))
                .orElseGet(Audience.ThisNetwork::new);
    }

    private Lifetime lifetime() {
        return givenLifetime
                .or(() -> preset.map(each -> each.preset().lifetime()))
                .orElseGet(Lifetime.UntilStopped::new);
    }

    private Optional<HttpNames> httpNames(PortRange wanted) {
        return http.names()
                .or(() ->
                        preset.filter(each -> wanted.size() == 1)
                                .flatMap(each -> each.preset().http()));
    }

    private String presetName(PortRange wanted) {
        return preset.map(each -> each.preset().name() + " " + wanted).orElse(wanted.toString());
    }

    private Protocol protocol() {
        return udp
                ? Protocol.UDP
                : preset.map(each -> each.preset().protocol()).orElse(Protocol.TCP);
    }

    private Forward forward(PortRange wanted, Target target) {
        Protocol protocol = protocol();
        String usual = udp ? wanted + "-udp" : presetName(wanted);
        return new Forward(
                Forward.newId(),
                name.orElseGet(() -> new ForwardName(usual)),
                protocol,
                wanted,
                listen,
                target,
                audience(),
                lifetime(),
                profiles.isEmpty() ? EnumSet.allOf(NetworkProfile.class) : Set.copyOf(profiles),
                description,
                startWsl,
                trustNetwork,
                mapAnyway,
                httpNames(wanted));
    }

    /** What is public now will be private by the time the rule counts, where that is asked for. */
    private static NetworkProfile trusted(Forward forward, NetworkProfile now) {
        return forward.trustNetwork() && now == NetworkProfile.PUBLIC
                ? NetworkProfile.PRIVATE
                : now;
    }

    /** The rule is for the kinds of network that this PC is on now: the least that works. */
    private static Forward onPresentNetworks(Forward forward, Situation situation) {
        Set<NetworkProfile> present =
                situation.network().known().map(Network::interfaces).orElse(List.of()).stream()
                        .filter(NetInterface::reachesDevices)
                        .flatMap(each -> each.profile().stream())
                        .map(profile -> trusted(forward, profile))
                        .collect(Collectors.toSet());
        return new Forward(
                forward.id(),
                forward.name(),
                forward.protocol(),
                forward.ports(),
                forward.listen(),
                forward.target(),
                forward.audience(),
                forward.lifetime(),
                present.isEmpty()
                        ? EnumSet.of(NetworkProfile.DOMAIN, NetworkProfile.PRIVATE)
                        : present,
                forward.description(),
                forward.startWsl(),
                forward.trustNetwork(),
                forward.mapAnyway(),
                forward.http());
    }
}
