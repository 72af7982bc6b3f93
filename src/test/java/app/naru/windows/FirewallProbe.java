package app.naru.windows;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.EdgeTraversal;
import app.naru.firewall.ElevatedTask;
import app.naru.firewall.Elevation;
import app.naru.firewall.FirewallState;
import app.naru.firewall.HyperVRule;
import app.naru.firewall.IcmpMatch;
import app.naru.firewall.InterfaceType;
import app.naru.firewall.Judge;
import app.naru.firewall.LocalAddresses;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.PortList;
import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.Question;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleDetails;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.ServiceName;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Cidr;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of {@link WineProbe} that changes what Windows lets in. */
final class FirewallProbe implements Elevation {

    private static final String PROGRAM = "C:\\Program Files\\Naru\\naru.exe";

    /** Milliseconds within which the rules are to be read, decoded and judged. */
    static final long QUICK = 300;

    private static final int MOST_LOOKS = 30;

    private final Elevation shell = new ShellElevation(new RunAsStart());
    private final PrintStream out;

    private FirewallProbe(PrintStream out) {
        this.out = out;
    }

    @Override
    public Ending run(SystemProgram program, List<String> arguments, Duration limit) {
        out.println("prompt " + program);
        return shell.run(program, arguments, limit);
    }

    static void run(PrintStream out, List<String> with) throws IOException {
        new FirewallProbe(out).run(with.get(0));
    }

    private void run(String what) throws IOException {
        WindowsFirewall windows = windows();
        switch (what) {
            case "portproxy" -> portProxy(windows);
            case "several" -> several(windows);
            case "replace" -> replace(windows);
            case "switch" -> turn(windows);
            case "details" -> details(windows);
            case "hyperv" -> hyperV(windows);
            case "judge" -> judge();
            default -> throw new IllegalArgumentException(what);
        }
    }

    private WindowsFirewall windows() {
        WindowsFirewallRegistry registry = new WindowsFirewallRegistry();
        return WindowsFirewall.of(
                registry,
                registry,
                new WindowsPortProxyRegistry(),
                new WindowsPowerShell(),
                new NetworkCategories(),
                new IndirectStrings(),
                this);
    }

    private static RuleSpec rule(String name, int port) {
        return new RuleSpec(
                new RuleName("Naru - " + name),
                "",
                Optional.of(PROGRAM),
                Protocol.TCP,
                PortRange.of(port),
                new Remote.LocalSubnet(),
                Set.of(NetworkProfile.PRIVATE));
    }

    private void portProxy(WindowsFirewall windows) throws IOException {
        PortProxy proxy = windows.read().portProxy();
        proxy.entries().forEach(entry -> out.println(entry.from() + " > " + entry.to()));
        proxy.loops(Set.of()).forEach(entry -> out.println("loop " + entry.from()));
        proxy.unreadable().forEach(entry -> out.println("unreadable " + entry));
    }

    /** Blocks, an entry of the port proxy and a rule, in one go and back again. */
    private void several(WindowsFirewall windows) throws IOException {
        PortProxyEntry entry =
                PortProxyEntry.parse(
                        PortProxyEntry.Family.V4TOV4, "0.0.0.0/8000", "172.28.185.15/8000");
        RuleSpec one = rule("나루 & 100% ^ (x)", 8000);
        bring(
                windows,
                windows.blocks().removing(windows.blocks().of(PROGRAM)),
                windows.portProxyChanges().removing(entry),
                windows.rules().making(one));
        rules(windows);
        portProxy(windows);
        bring(windows, windows.rules().removing(one), windows.portProxyChanges().making(entry));
        rules(windows);
        portProxy(windows);
    }

    private void replace(WindowsFirewall windows) throws IOException {
        bring(windows, windows.rules().making(rule("replaced", 1)));
        bring(windows, windows.rules().making(rule("replaced", 2)));
        rules(windows);
        bring(windows, windows.rules().removing(new RuleName("Naru - replaced")));
    }

    /** What few rules have, by netsh one by one, and by PowerShell together. */
    private void details(WindowsFirewall windows) throws IOException {
        List<RuleSpec> rules =
                List.of(
                        detailed("service", RuleProtocol.TCP, "Spooler", null, "wireless", "yes"),
                        detailed("ping", RuleProtocol.ICMPV4, null, "8:0", "lan", "deferapp"),
                        detailed("ping6", RuleProtocol.ICMPV6, "any", "128", "ras", "deferuser"));
        for (RuleSpec each : rules) {
            bring(windows, windows.rules().making(each));
        }
        rules(windows);
        for (RuleSpec each : rules) {
            out.println("has " + windows.rules().has(each));
        }
        bring(windows, rules.stream().map(windows.rules()::removing).toArray(ElevatedTask[]::new));
        bring(windows, rules.stream().map(windows.rules()::making).toArray(ElevatedTask[]::new));
        for (RuleSpec each : rules) {
            bring(windows, windows.rules().removing(each));
        }
        rules(windows);
    }

    private static RuleSpec detailed(
            String name,
            RuleProtocol protocol,
            @Nullable String service,
            @Nullable String icmp,
            String type,
            String edge) {
        return new RuleSpec(
                new RuleName("Naru - " + name),
                "",
                Direction.IN,
                Action.ALLOW,
                Optional.empty(),
                protocol,
                PortList.ANY,
                PortList.ANY,
                new Remote.LocalSubnet(),
                EnumSet.allOf(NetworkProfile.class),
                new RuleDetails(
                        Optional.ofNullable(service).map(ServiceName::parse),
                        Optional.ofNullable(icmp).map(IcmpMatch::parse),
                        Optional.of(
                                LocalAddresses.parse("192.168.0.10,fd00::/64,10.0.0.1-10.0.0.9")),
                        Optional.of(InterfaceType.parse(type)),
                        Optional.of(EdgeTraversal.parse(edge))),
                true);
    }

    private void turn(WindowsFirewall windows) throws IOException {
        RuleSpec rule = rule("turned", 3);
        bring(windows, windows.rules().making(rule));
        bring(windows, windows.rules().switching(rule.name(), false));
        rules(windows);
        bring(windows, windows.rules().switching(rule.name(), true));
        out.println("has " + windows.rules().has(rule));
        bring(windows, windows.rules().removing(rule));
    }

    private void hyperV(WindowsFirewall windows) throws IOException {
        HyperVRule rule = hyperV("8000");
        out.println("state " + windows.hyperV().state(rule));
        bring(windows, windows.hyperV().making(rule));
        out.println("state " + windows.hyperV().state(rule));
        out.println("state " + windows.hyperV().state(hyperV("9000")));
        bring(windows, windows.hyperV().making(hyperV("9000")));
        out.println("state " + windows.hyperV().state(hyperV("9000")));
        bring(windows, windows.hyperV().removing(rule));
        bring(windows, windows.hyperV().removing(rule));
    }

    private static HyperVRule hyperV(String ports) {
        return new HyperVRule(
                "Naru-0badcafe",
                new RuleName("Naru - 장고 [0badcafe]"),
                Protocol.TCP,
                PortRange.parse(ports),
                List.of(Cidr.parse("192.168.0.0/24")),
                EnumSet.of(NetworkProfile.PRIVATE, NetworkProfile.DOMAIN));
    }

    /**
     * Reads, decodes and judges, as a start does, then again as the window does, and again until a
     * busy machine is quick once. The libraries are bound before, as the program does it.
     */
    private void judge() throws IOException {
        WindowsLibraries.bind();
        long millis = Long.MAX_VALUE;
        for (int i = 0; i < 3 || (i < MOST_LOOKS && millis >= QUICK); i++) {
            long start = System.nanoTime();
            // not the same reader again, which would not decode what it has decoded
            FirewallState state = windows().read();
            int judged = 0;
            for (NetworkProfile profile : NetworkProfile.values()) {
                Question question =
                        Question.inbound(RuleProtocol.TCP, new Port(8000), profile)
                                .withProgram(PROGRAM);
                new Judge(state.policy()).judge(question);
                judged++;
            }
            millis = (System.nanoTime() - start) / 1_000_000;
            out.println(
                    "judged %d of %d rules in %d ms"
                            .formatted(judged, state.policy().rules().count(), millis));
        }
    }

    private void bring(WindowsFirewall windows, ElevatedTask... tasks) {
        windows.tasks().bring(List.of(tasks)).forEach(outcome -> out.println("outcome " + outcome));
    }

    private void rules(WindowsFirewall windows) {
        windows.policy()
                .get()
                .rules(PolicyStore.LOCAL)
                .known()
                .forEach(stored -> out.println("rule " + stored.rule().encode()));
    }
}
