package app.naru.cli;

import app.naru.firewall.EdgeTraversal;
import app.naru.firewall.IcmpMatch;
import app.naru.firewall.InterfaceType;
import app.naru.firewall.LocalAddresses;
import app.naru.firewall.PortList;
import app.naru.firewall.ProgramPath;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleScript;
import app.naru.firewall.ServiceName;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.InvalidInput;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Target;
import app.naru.instance.Instances;
import app.naru.relay.Endpoint;
import app.naru.text.Texts;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Locale;
import picocli.CommandLine;

/** The command line. */
public final class Cli {

    private static final String LANGUAGE = "--lang";

    private final Context context;

    /**
     * @param start puts the program's parts together when a command needs them
     * @param in what commands read that work on an input
     * @param stop ends a command that stays in the foreground
     */
    public Cli(Parts.Start start, Instances instances, InputStream in, Output output, Stop stop) {
        this.context = new Context(start, instances, in, output, stop);
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit code: 0 done, 1 failed, 2 an input that can't be taken
     */
    public int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /**
     * Returns the texts in the language that the arguments ask for with {@code --lang}, otherwise
     * in the system's. Texts have to be chosen before the arguments are parsed.
     */
    public static Texts texts(Locale system, String... arguments) {
        Locale language = system;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(LANGUAGE + "=")) {
                language = Locale.forLanguageTag(arguments[i].substring(LANGUAGE.length() + 1));
            } else if (arguments[i].equals(LANGUAGE) && i + 1 < arguments.length) {
                language = Locale.forLanguageTag(arguments[i + 1]);
            }
        }
        return Texts.in(language);
    }

    CommandLine commandLine() {
        Output output = context.output();
        Complaints complaints = new Complaints(output);
        return new CommandLine(new RootCommand(context))
                .addSubcommand(new SurveyCommand(context))
                .addSubcommand(new OpenCommand(context))
                .addSubcommand(new ListCommand(context))
                .addSubcommand(new CloseCommand(context))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(new RelayCommand(context))
                .addSubcommand(FirewallCommand.with(context))
                .addSubcommand(PortProxyCommand.with(context))
                .addSubcommand(new WslCommand(context))
                .addSubcommand(
                        new CommandLine(new RouterCommand(context))
                                .addSubcommand(new RouterMapCommand(context))
                                .addSubcommand(new RouterUnmapCommand(context)))
                .addSubcommand(new AddressCommand(context))
                .setResourceBundle(output.texts().bundle())
                .setOut(output.out())
                .setErr(output.err())
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .registerConverter(Locale.class, Cli::language)
                .registerConverter(Port.class, Port::parse)
                .registerConverter(PortRange.class, PortRange::parse)
                .registerConverter(Target.class, Target::parse)
                .registerConverter(Listen.class, Listen::parse)
                .registerConverter(Audience.class, Audience::parse)
                .registerConverter(HttpNames.class, HttpNames::parse)
                .registerConverter(Lifetime.class, Lifetime::parse)
                .registerConverter(ForwardName.class, ForwardName::parse)
                .registerConverter(NetworkProfile.class, NetworkProfile::parse)
                .registerConverter(Endpoint.class, Endpoint::parse)
                .registerConverter(ListenAt.class, ListenAt::parse)
                .registerConverter(Port.class, Port::parse)
                .registerConverter(InetAddress.class, Address::parse)
                .registerConverter(RuleName.class, RuleName::marked)
                .registerConverter(RuleProtocol.class, RuleProtocol::parse)
                .registerConverter(PortList.class, PortList::parse)
                .registerConverter(ProgramPath.class, ProgramPath::parse)
                .registerConverter(Remote.class, Remote::parse)
                .registerConverter(ServiceName.class, ServiceName::parse)
                .registerConverter(IcmpMatch.class, IcmpMatch::parse)
                .registerConverter(LocalAddresses.class, LocalAddresses::parse)
                .registerConverter(InterfaceType.class, InterfaceType::parse)
                .registerConverter(EdgeTraversal.class, EdgeTraversal::parse)
                .registerConverter(RuleScript.Format.class, RuleScript.Format::parse);
    }

    private static Locale language(String tag) {
        return Texts.LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(tag))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("language", tag));
    }
}
