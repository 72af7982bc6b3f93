package app.naru.firewall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule of anyone's as a statement of PowerShell's NetSecurity module. */
final class PowerShellRule extends ScriptedRule {

    private static final int LONGEST = 100_000;

    private final StringBuilder text = new StringBuilder("New-NetFirewallRule");

    PowerShellRule(FirewallRule rule) {
        super(rule);
    }

    @Override
    String statement() {
        FirewallRule rule = rule();
        add("DisplayName", rule.name());
        word("Direction", rule.direction() == Direction.IN ? "Inbound" : "Outbound");
        word("Action", rule.action() == Action.ALLOW ? "Allow" : "Block");
        if (rule.protocol() != FirewallRule.ANY_PROTOCOL) {
            word("Protocol", protocol());
        }
        add("LocalPort", ports(true));
        add("RemotePort", ports(false));
        add("IcmpType", rule.icmp().stream().map(PowerShellRule::icmp).toList());
        add("LocalAddress", addresses(true));
        add("RemoteAddress", addresses(false));
        if (!everyNetwork()) {
            word("Profile", Cmdlet.profiles(rule.profiles()));
        }
        add("Program", rule.program());
        if (!rule.service().isEmpty()) {
            add("Service", rule.service().equals("*") ? "Any" : rule.service());
        }
        add(RuleKey.APPPKGID, "Package");
        add(RuleKey.LUOWN, "Owner");
        add(RuleKey.LUAUTH, "LocalUser");
        interfaceType().ifPresent(type -> word("InterfaceType", interfaceWord(type)));
        edge().ifPresent(edge -> word("EdgeTraversalPolicy", edgeWord(edge)));
        add("Group", rule.group());
        add("Description", rule.description());
        if (!rule.active()) {
            word("Enabled", "False");
        }
        return text.toString();
    }

    private void add(String parameter, String value) {
        if (!value.isEmpty()) {
            word(parameter, Cmdlet.quoted(value));
        }
    }

    private void add(RuleKey key, String parameter) {
        rule().text().value(key).ifPresent(value -> add(parameter, value));
    }

    private void add(String parameter, List<String> values) {
        if (!values.isEmpty()) {
            word(parameter, values.stream().map(Cmdlet::quoted).collect(Collectors.joining(",")));
        }
    }

    private void word(String parameter, String word) {
        text.append(" -").append(parameter).append(' ').append(word);
    }

    private String protocol() {
        return switch (rule().protocol()) {
            case FirewallRule.TCP -> "TCP";
            case FirewallRule.UDP -> "UDP";
            case FirewallRule.ICMP -> "ICMPv4";
            case FirewallRule.ICMPV6 -> "ICMPv6";
            default -> Integer.toString(rule().protocol());
        };
    }

    private static String icmp(IcmpMatch match) {
        return match.code().isPresent() ? match.toString() : Integer.toString(match.type());
    }

    private static String interfaceWord(InterfaceType type) {
        return switch (type) {
            case LAN -> "Wired";
            case WIRELESS -> "Wireless";
            case REMOTE_ACCESS -> "RemoteAccess";
        };
    }

    private static String edgeWord(EdgeTraversal edge) {
        return switch (edge) {
            case ALLOW -> "Allow";
            case DEFER_TO_PROGRAM -> "DeferToApp";
            case DEFER_TO_USER -> "DeferToUser";
        };
    }

    /** A package's family is the same as the package that the rule is about. */
    @Override
    boolean says(RuleKey key) {
        return switch (key) {
            case APPPKGID, LUOWN, LUAUTH -> true;
            case PFN -> rule().text().hasAny(RuleKey.APPPKGID);
            default -> false;
        };
    }

    @Override
    Optional<String> portWord(String word, boolean local) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "RPC" -> local ? Optional.of("RPC") : Optional.empty();
            case "RPC-EPMAP" -> local ? Optional.of("RPCEPMap") : Optional.empty();
            case "IPHTTPSIN" -> local ? Optional.of("IPHTTPSIn") : Optional.empty();
            case "TEREDO" -> local ? Optional.of("Teredo") : Optional.empty();
            case "PLY2DISC" -> local ? Optional.of("PlayToDiscovery") : Optional.empty();
            case "IPHTTPSOUT" -> local ? Optional.empty() : Optional.of("IPHTTPSOut");
            default -> Optional.empty();
        };
    }

    @Override
    Optional<String> addressWord(String word) {
        return switch (word) {
            case "LOCALSUBNET" -> Optional.of("LocalSubnet");
            case "DNS", "DHCP", "WINS" -> Optional.of(word);
            case "DEFAULTGATEWAY" -> Optional.of("DefaultGateway");
            case "INTERNET" -> Optional.of("Internet");
            case "INTRANET" -> Optional.of("Intranet");
            case "RMTINTRANET" -> Optional.of("IntranetRemoteAccess");
            case "PLY2RENDERS" -> Optional.of("PlayToDevice");
            default -> Optional.empty();
        };
    }

    @Override
    String language() {
        return "PowerShell";
    }

    @Override
    int longest() {
        return LONGEST;
    }
}
