package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule of anyone's as a line of a batch file that has netsh make it. */
final class NetshRule extends ScriptedRule {

    /** cmd.exe takes lines of 8,191 characters, and a batch file doubles percent signs. */
    private static final int LONGEST = 8_000;

    /** Nothing can be within quotes but them; a line ends at its end. */
    private static final Pattern NOT_QUOTABLE = Pattern.compile("[\"\\p{Cntrl}]");

    NetshRule(FirewallRule rule) {
        super(rule);
    }

    @Override
    String statement() {
        FirewallRule rule = rule();
        List<String> arguments = new ArrayList<>(List.of("advfirewall", "firewall", "add", "rule"));
        text(arguments, "name", rule.name());
        if (rule.name().equalsIgnoreCase("all")) {
            unsaid("Name=all");
        }
        arguments.add("dir=" + rule.direction().lowerCase());
        arguments.add("action=" + rule.action().lowerCase());
        text(arguments, "program", rule.program());
        text(arguments, "service", rule.service().equals("*") ? "any" : rule.service());
        arguments.add("protocol=" + protocol());
        list(arguments, "localport", ports(true));
        list(arguments, "remoteport", ports(false));
        list(arguments, "localip", addresses(true));
        list(arguments, "remoteip", addresses(false));
        list(
                arguments,
                "profile",
                everyNetwork()
                        ? List.of("any")
                        : rule.profiles().stream().map(NetworkProfile::lowerCase).toList());
        interfaceType().ifPresent(type -> arguments.add("interfacetype=" + type.netsh()));
        edge().ifPresent(edge -> arguments.add("edge=" + edge.netsh()));
        arguments.add("enable=" + (rule.active() ? "yes" : "no"));
        text(arguments, "description", rule.description());
        return NetshCommand.typed(arguments);
    }

    private void text(List<String> arguments, String parameter, String value) {
        if (NOT_QUOTABLE.matcher(value).find()) {
            unsaid(parameter + "=" + NOT_QUOTABLE.matcher(value).replaceAll("?"));
        }
        if (!value.isEmpty()) {
            arguments.add(parameter + "=" + value);
        }
    }

    private static void list(List<String> arguments, String parameter, List<String> values) {
        if (!values.isEmpty()) {
            arguments.add(parameter + "=" + String.join(",", values));
        }
    }

    private String protocol() {
        return switch (rule().protocol()) {
            case FirewallRule.ANY_PROTOCOL -> "any";
            case FirewallRule.TCP -> "tcp";
            case FirewallRule.UDP -> "udp";
            case FirewallRule.ICMP -> icmp("icmpv4");
            case FirewallRule.ICMPV6 -> icmp("icmpv6");
            default -> Integer.toString(rule().protocol());
        };
    }

    /** netsh takes one type a rule. */
    private String icmp(String protocol) {
        List<IcmpMatch> types = rule().icmp();
        if (types.size() > 1) {
            unsaid(types.stream().map(IcmpMatch::toString).collect(Collectors.joining(", ")));
        }
        return types.stream().findFirst().map(each -> each.netsh(protocol)).orElse(protocol);
    }

    @Override
    boolean says(RuleKey key) {
        return false;
    }

    @Override
    Optional<String> portWord(String word, boolean local) {
        if (!local || rule().localPorts().size() > 1) {
            return Optional.empty();
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "RPC" -> Optional.of("RPC");
            case "RPC-EPMAP" -> Optional.of("RPC-EPMap");
            case "IPHTTPSIN" -> Optional.of("IPHTTPS");
            default -> Optional.empty();
        };
    }

    @Override
    Optional<String> addressWord(String word) {
        return switch (word) {
            case "LOCALSUBNET", "DNS", "DHCP", "WINS", "DEFAULTGATEWAY" ->
                    Optional.of(word.toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    @Override
    String language() {
        return "netsh";
    }

    @Override
    int longest() {
        return LONGEST;
    }
}
