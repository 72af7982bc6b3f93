package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A registry, and a netsh that changes it as the real one does: random ids, no Profile for any,
 * duplicates allowed, every match deleted, exit code 1 where nothing matches.
 */
public final class FakeWindows implements FirewallRegistry, Elevation {

    private static final Map<String, String> INTERFACES =
            Map.of(
                    "lan", "IFType=Lan|",
                    "wireless", "IFType=Wireless|",
                    "ras", "IFType=RemoteAccess|");
    private static final Map<String, String> EDGES =
            Map.of(
                    "yes", "Edge=TRUE|",
                    "deferapp", "Edge=TRUE|Defer=App|",
                    "deferuser", "Edge=TRUE|Defer=User|");

    final Map<String, String> local = new LinkedHashMap<>();

    /** Entries of v4tov4; the only one that can be deleted is the one at {@code *:8000}. */
    final Map<String, String> portProxies = new LinkedHashMap<>();

    public final List<List<String>> ran = new ArrayList<>();

    /** What references stand for, and which of them were looked up. */
    public final Map<String, String> texts = new LinkedHashMap<>();

    public final List<String> asked = new ArrayList<>();

    /** What comes instead of running anything, one a call. */
    public final List<Ending> instead = new ArrayList<>();

    /** What comes instead of running the command of that number, from 1. */
    public final Map<Integer, Ending> after = new LinkedHashMap<>();

    /** Whether there is a PowerShell that does what it is asked. */
    public boolean powerShell = true;

    /** Whether a command is carried out even though it ends otherwise. */
    boolean carriesOutAnyway;

    boolean unreadable;

    boolean asks = true;

    /** Returns the firewall that has these rules, Windows' own settings, and nothing beside it. */
    public WindowsFirewall firewall() {
        return WindowsFirewall.of(
                this,
                new FakePolicy(),
                family -> Map.of(),
                (arguments, limit) -> 1,
                new NoNetworks(),
                reference -> {
                    asked.add(reference);
                    return Optional.ofNullable(texts.get(reference));
                },
                this);
    }

    @Override
    public Map<String, String> rules(PolicyStore store) throws IOException {
        if (unreadable) {
            throw new IOException("access denied");
        }
        if (store != PolicyStore.LOCAL) {
            throw new KeyMissing(store.name());
        }
        return Map.copyOf(local);
    }

    @Override
    public Ending run(SystemProgram program, List<String> arguments, Duration limit) {
        if (program == SystemProgram.POWERSHELL && !powerShell) {
            return new Ending.Exited(1);
        }
        ran.add(arguments);
        Ending numbered = after.get(ran.size());
        if (numbered != null) {
            return numbered;
        }
        if (!instead.isEmpty()) {
            Ending ending = instead.removeFirst();
            if (carriesOutAnyway) {
                carryOut(program, arguments);
            }
            return ending;
        }
        return new Ending.Exited(carryOut(program, arguments) ? 0 : 1);
    }

    @Override
    public boolean asks() {
        return asks;
    }

    private boolean carryOut(SystemProgram program, List<String> arguments) {
        return switch (program) {
            case NETSH -> netsh(arguments);
            case POWERSHELL -> new FakePowerShell(local, this::netsh).run(arguments);
        };
    }

    RuleOutcome add(RuleSpec rule) {
        return bring(new Firewall(this).making(rule));
    }

    RuleOutcome remove(RuleSpec rule) {
        return bring(new Firewall(this).removing(rule));
    }

    RuleOutcome bring(ElevatedTask task) {
        return new ElevatedTasks(this).bring(task);
    }

    Map<RuleSpec, RuleOutcome> addAll(Collection<RuleSpec> rules) {
        return bringAll(rules, new Firewall(this)::making);
    }

    Map<RuleSpec, RuleOutcome> removeAll(Collection<RuleSpec> rules) {
        return bringAll(rules, new Firewall(this)::removing);
    }

    private Map<RuleSpec, RuleOutcome> bringAll(
            Collection<RuleSpec> rules, Function<RuleSpec, ElevatedTask> task) {
        Iterator<RuleOutcome> outcomes =
                new ElevatedTasks(this).bring(rules.stream().map(task).toList()).iterator();
        Map<RuleSpec, RuleOutcome> byRule = new LinkedHashMap<>();
        rules.forEach(rule -> byRule.put(rule, outcomes.next()));
        return byRule;
    }

    /** Adds a rule as another program would. */
    public String put(String text) {
        String id = "{" + UUID.randomUUID() + "}";
        local.put(id, text);
        return id;
    }

    private boolean netsh(List<String> arguments) {
        if (arguments.subList(0, 2).equals(List.of("interface", "portproxy"))) {
            return portProxies.remove("*/8000") != null;
        }
        if (!arguments.subList(0, 2).equals(List.of("advfirewall", "firewall"))) {
            throw new AssertionError(arguments);
        }
        List<String> rest = arguments.subList(4, arguments.size());
        return switch (arguments.get(2)) {
            case "add" -> put(ruleText(values(rest))) != null;
            case "delete" -> local.values().removeIf(text -> matches(text, values(rest)));
            case "set" -> set(rest);
            default -> throw new AssertionError(arguments);
        };
    }

    private boolean set(List<String> rest) {
        int split = rest.indexOf("new");
        Map<String, String> wanted = values(rest.subList(split + 1, rest.size()));
        String active = required(wanted, "enable").equals("yes") ? "TRUE" : "FALSE";
        boolean[] any = {false};
        local.replaceAll((id, text) -> {
            if (!matches(text, values(rest.subList(0, split)))) {
                return text;
            }
            any[0] = true;
            return text.replaceFirst("Active=\\w+", "Active=" + active);
        });
        return any[0];
    }

    private static Map<String, String> values(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return values;
    }

    private static String required(Map<String, String> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    private static boolean matches(String text, Map<String, String> wanted) {
        FirewallRule rule = FirewallRule.decode(text);
        String[] protocol = wanted.getOrDefault("protocol", "any").split(":", 2);
        return rule.name().equalsIgnoreCase(required(wanted, "name"))
                && rule.direction().lowerCase().equals(wanted.getOrDefault("dir", ""))
                && (!wanted.containsKey("protocol")
                        || number(protocol[0]) == rule.protocol()
                                && rule.icmp().equals(icmp(protocol)))
                && (!wanted.containsKey("localport")
                        || ports(required(wanted, "localport"), "L").equals(ports(rule)));
    }

    private static String ports(FirewallRule rule) {
        StringBuilder text = new StringBuilder();
        rule.localPorts().forEach(port -> text.append(ports(port.toString(), "L")));
        return text.toString();
    }

    private static List<IcmpMatch> icmp(String[] protocol) {
        return protocol.length == 1
                ? List.of()
                : List.of(IcmpMatch.parse(protocol[1].replace(',', ':').replace("any", "*")));
    }

    private static int number(String protocol) {
        return switch (protocol) {
            case "tcp" -> 6;
            case "udp" -> 17;
            case "icmpv4" -> 1;
            case "icmpv6" -> 58;
            case "any" -> FirewallRule.ANY_PROTOCOL;
            default -> Integer.parseInt(protocol);
        };
    }

    private static String ports(String list, String side) {
        StringBuilder text = new StringBuilder();
        for (String port : list.split(",", -1)) {
            text.append(side).append(port.contains("-") ? "Port2_10=" : "Port=");
            text.append(port).append('|');
        }
        return text.toString();
    }

    /** Takes each value that it knows; one that is left, netsh would not take either. */
    private static String ruleText(Map<String, String> values) {
        StringBuilder text = new StringBuilder("v2.33|Action=");
        text.append(take(values, "action").equals("allow") ? "Allow" : "Block");
        text.append("|Active=");
        text.append(takeOr(values, "enable", "yes").equals("yes") ? "TRUE" : "FALSE");
        text.append("|Dir=").append(take(values, "dir").equals("in") ? "In" : "Out").append('|');
        String[] protocol = take(values, "protocol").split(":", 2);
        int number = number(protocol[0]);
        if (number != FirewallRule.ANY_PROTOCOL) {
            text.append("Protocol=").append(number).append('|');
        }
        for (String profile : take(values, "profile").split(",", -1)) {
            if (!profile.equals("any")) {
                text.append("Profile=").append(profile.substring(0, 1).toUpperCase(Locale.ROOT));
                text.append(profile.substring(1)).append('|');
            }
        }
        String icmp = protocol[0].equals("icmpv6") ? "ICMP6=" : "ICMP4=";
        icmp(protocol).forEach(type -> text.append(icmp).append(type).append('|'));
        take(values, "localport", ports -> text.append(ports(ports, "L")));
        take(values, "remoteport", ports -> text.append(ports(ports, "R")));
        take(values, "localip", list -> text.append(addresses(list, "L")));
        text.append(remote(take(values, "remoteip")));
        take(values, "interfacetype", type -> text.append(INTERFACES.get(type)));
        take(values, "program", path -> text.append("App=").append(path).append('|'));
        take(
                values,
                "service",
                name -> text.append("Svc=").append(name.equals("any") ? "*" : name).append('|'));
        text.append("Name=").append(take(values, "name")).append('|');
        take(values, "description", words -> text.append("Desc=").append(words).append('|'));
        take(values, "edge", edge -> text.append(EDGES.get(edge)));
        assertThat(values).isEmpty();
        return text.toString();
    }

    private static String take(Map<String, String> values, String key) {
        return Objects.requireNonNull(values.remove(key), key);
    }

    private static String takeOr(Map<String, String> values, String key, String otherwise) {
        return Objects.requireNonNullElse(values.remove(key), otherwise);
    }

    private static void take(Map<String, String> values, String key, Consumer<String> taker) {
        Optional.ofNullable(values.remove(key)).ifPresent(taker);
    }

    private static String remote(String list) {
        if (list.equals("any")) {
            return "";
        }
        if (list.equals("localsubnet")) {
            return "RA4=LocalSubnet|RA6=LocalSubnet|";
        }
        return addresses(list, "R");
    }

    private static String addresses(String list, String side) {
        StringBuilder text = new StringBuilder();
        for (String each : list.split(",", -1)) {
            text.append(side).append(each.contains(":") ? "A6=" : "A4=");
            text.append(each.replace("/24", "/255.255.255.0")).append('|');
        }
        return text.toString();
    }
}
