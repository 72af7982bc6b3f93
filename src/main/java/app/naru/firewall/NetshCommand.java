package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command of {@code netsh advfirewall firewall} or {@code netsh interface portproxy} (netsh's own
 * help, Windows 10 and 11). Made of validated values alone.
 *
 * @param arguments one element an argument, unquoted
 */
public record NetshCommand(List<String> arguments) {

    /** ShellExecuteEx takes about 2,048 characters of parameters, and says nothing beyond. */
    public static final int LONGEST = 2_000;

    /** What the addresses of a rule can take of that, beside a name and a program as they are. */
    public static final int LONGEST_ADDRESSES = 1_200;

    /**
     * @throws InvalidInput if the command would be longer than Windows takes
     */
    public NetshCommand {
        arguments = List.copyOf(arguments);
        int length = typed(arguments).length();
        if (length > LONGEST) {
            throw new InvalidInput("rule.command", length, LONGEST);
        }
    }

    /**
     * Returns the command that makes the rule.
     *
     * @throws InvalidInput if the rule has so many addresses or ports that the command is too long
     */
    public static NetshCommand add(RuleSpec rule) {
        List<String> arguments = start("add", rule.name());
        arguments.add("dir=" + rule.direction().lowerCase());
        arguments.add("action=" + rule.action().lowerCase());
        rule.program().ifPresent(program -> arguments.add("program=" + program));
        RuleDetails details = rule.details();
        details.service().ifPresent(service -> arguments.add("service=" + service.netsh()));
        arguments.add("protocol=" + protocol(rule));
        addPorts(arguments, rule.ports(), rule.remotePorts());
        details.local().ifPresent(local -> arguments.add("localip=" + local));
        arguments.add("remoteip=" + rule.remote());
        arguments.add("profile=" + profiles(rule));
        details.interfaceType().ifPresent(type -> arguments.add("interfacetype=" + type.netsh()));
        details.edge().ifPresent(edge -> arguments.add("edge=" + edge.netsh()));
        if (!rule.enabled()) {
            arguments.add("enable=no");
        }
        if (!rule.description().isEmpty()) {
            arguments.add("description=" + rule.description());
        }
        return new NetshCommand(arguments);
    }

    /**
     * Returns the command that removes the rule. netsh deletes every rule that matches, so
     * everything that tells it from others is given.
     */
    public static NetshCommand delete(RuleSpec rule) {
        return new NetshCommand(matching("delete", rule));
    }

    /** Returns the command that removes whatever rule of Naru's own has that name. */
    public static NetshCommand delete(RuleName name) {
        return new NetshCommand(start("delete", name));
    }

    /** Returns the command that turns whatever rule of Naru's own has that name on or off. */
    public static NetshCommand enable(RuleName name, boolean on) {
        List<String> arguments = start("set", name);
        arguments.add("new");
        arguments.add("enable=" + (on ? "yes" : "no"));
        return new NetshCommand(arguments);
    }

    /**
     * Returns the command that removes a rule of that name as it is, not as it should be.
     *
     * @param rule the rule as the registry has it
     */
    static NetshCommand delete(RuleName name, FirewallRule rule) {
        return new NetshCommand(matching("delete", name, rule));
    }

    /**
     * Returns the command that turns rules of that name on or off, as they are.
     *
     * @param rule the rule as the registry has it
     */
    static NetshCommand enable(RuleName name, FirewallRule rule, boolean on) {
        List<String> arguments = matching("set", name, rule);
        arguments.add("new");
        arguments.add("enable=" + (on ? "yes" : "no"));
        return new NetshCommand(arguments);
    }

    private static List<String> matching(String verb, RuleName name, FirewallRule rule) {
        List<String> arguments = start(verb, name);
        arguments.add("dir=" + rule.direction().lowerCase());
        protocol(rule).ifPresent(protocol -> arguments.add("protocol=" + protocol));
        if (!rule.localPorts().isEmpty()
                && rule.localPorts().stream().allMatch(PortMatch.Span.class::isInstance)) {
            arguments.add(
                    "localport="
                            + rule.localPorts().stream()
                                    .map(PortMatch::toString)
                                    .collect(Collectors.joining(",")));
        }
        return arguments;
    }

    /**
     * Returns the protocol; empty for any, and for several types of ICMP, which netsh can't name.
     */
    private static Optional<String> protocol(FirewallRule rule) {
        if (rule.protocol() == FirewallRule.ANY_PROTOCOL || rule.icmp().size() > 1) {
            return Optional.empty();
        }
        String name = rule.protocol() == FirewallRule.ICMPV6 ? "icmpv6" : "icmpv4";
        return rule.icmp().stream()
                .map(type -> type.netsh(name))
                .findFirst()
                .or(() -> Optional.of(Integer.toString(rule.protocol())));
    }

    /** Returns the command that turns the rule on. */
    public static NetshCommand enable(RuleSpec rule) {
        return set(rule, "enable=yes");
    }

    /** Returns the command that turns the rule off and leaves it there. */
    public static NetshCommand disable(RuleSpec rule) {
        return set(rule, "enable=no");
    }

    /** Returns the command that removes the entry of Windows' own TCP proxy. */
    public static NetshCommand deletePortProxy(PortProxyEntry entry) {
        return new NetshCommand(
                List.of(
                        "interface",
                        "portproxy",
                        "delete",
                        entry.family().lowerCase(),
                        "listenport=" + entry.listenPort(),
                        "listenaddress=" + entry.listen()));
    }

    /** Returns the command that makes the entry again. */
    public static NetshCommand addPortProxy(PortProxyEntry entry) {
        return new NetshCommand(
                List.of(
                        "interface",
                        "portproxy",
                        "add",
                        entry.family().lowerCase(),
                        "listenport=" + entry.listenPort(),
                        "listenaddress=" + entry.listen(),
                        "connectport=" + entry.connectPort(),
                        "connectaddress=" + entry.connect()));
    }

    private static NetshCommand set(RuleSpec rule, String value) {
        List<String> arguments = matching("set", rule);
        arguments.add("new");
        arguments.add(value);
        return new NetshCommand(arguments);
    }

    private static List<String> matching(String verb, RuleSpec rule) {
        List<String> arguments = start(verb, rule.name());
        arguments.add("dir=" + rule.direction().lowerCase());
        arguments.add("protocol=" + protocol(rule));
        addPorts(arguments, rule.ports(), rule.remotePorts());
        return arguments;
    }

    private static String protocol(RuleSpec rule) {
        String name = rule.protocol().lowerCase();
        return rule.details().icmp().map(type -> type.netsh(name)).orElse(name);
    }

    private static List<String> start(String verb, RuleName name) {
        return new ArrayList<>(List.of("advfirewall", "firewall", verb, "rule", "name=" + name));
    }

    private static void addPorts(List<String> arguments, PortList local, PortList remote) {
        if (!local.isAny()) {
            arguments.add("localport=" + local);
        }
        if (!remote.isAny()) {
            arguments.add("remoteport=" + remote);
        }
    }

    private static String profiles(RuleSpec rule) {
        if (rule.profiles().size() == NetworkProfile.values().length) {
            return "any";
        }
        return rule.profiles().stream()
                .map(NetworkProfile::lowerCase)
                .collect(Collectors.joining(","));
    }

    /** Returns the command as one would type it: values that need it in quotes. */
    @Override
    public String toString() {
        return typed(arguments);
    }

    /** Returns netsh with these arguments as one would type it: values that need it in quotes. */
    static String typed(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.matches("[\\w.,:=/\\\\-]+") ? argument : quoted(argument))
                .collect(Collectors.joining(" ", "netsh ", ""));
    }

    /**
     * Within quotes, backslashes before the closing one are doubled, or they would take it for a
     * character (CommandLineToArgvW). A quotation mark itself is in no validated value.
     */
    private static String quoted(String argument) {
        int equals = argument.indexOf('=');
        String value = argument.substring(equals + 1);
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == '\\') {
            end--;
        }
        return argument.substring(0, equals + 1) + '"' + value + value.substring(end) + '"';
    }
}
