package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** As much of PowerShell as Naru's own scripts need, on a registry of rules. */
final class FakePowerShell {

    private static final String NETSH = "&([Environment]::SystemDirectory+\\netsh.exe)";

    private static final Map<String, String> EDGES =
            Map.of(
                    "Allow", "Edge=TRUE|",
                    "DeferToApp", "Edge=TRUE|Defer=App|",
                    "DeferToUser", "Defer=User|");
    private static final Set<String> PARAMETERS =
            Set.of(
                    "DisplayName",
                    "Direction",
                    "Action",
                    "Protocol",
                    "LocalPort",
                    "RemotePort",
                    "IcmpType",
                    "LocalAddress",
                    "RemoteAddress",
                    "Profile",
                    "Program",
                    "Service",
                    "InterfaceType",
                    "EdgeTraversalPolicy",
                    "Description",
                    "Enabled");

    private final Map<String, String> rules;
    private final Predicate<List<String>> netsh;

    FakePowerShell(Map<String, String> rules, Predicate<List<String>> netsh) {
        this.rules = rules;
        this.netsh = netsh;
    }

    /** Returns the script in the arguments. */
    static String script(List<String> arguments) {
        return new String(
                Base64.getDecoder().decode(arguments.getLast()), StandardCharsets.UTF_16LE);
    }

    /** Runs the script up to the first statement that fails; returns whether none did. */
    boolean run(List<String> arguments) {
        for (List<String> statement : statements(script(arguments))) {
            boolean good =
                    statement.getFirst().equals(NETSH)
                            ? netsh.test(statement.subList(1, statement.size()))
                            : run(statement.getFirst(), parameters(statement));
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private boolean run(String verb, Map<String, List<String>> parameters) {
        return switch (verb) {
            case "$ErrorActionPreference=Stop", "if($LASTEXITCODE){exit" -> true;
            case "New-NetFirewallRule" ->
                    rules.put("{" + UUID.randomUUID() + "}", text(parameters)) == null;
            case "Remove-NetFirewallRule" -> rules.keySet().removeAll(required(parameters, "Name"));
            case "Set-NetFirewallRule" -> enable(parameters);
            case String wsl when wsl.startsWith("Get-NetFirewallHyperVRule|") -> true;
            default -> throw new AssertionError(verb);
        };
    }

    private boolean enable(Map<String, List<String>> parameters) {
        String active = first(parameters, "Enabled").toUpperCase(Locale.ROOT);
        for (String id : required(parameters, "Name")) {
            rules.computeIfPresent(
                    id, (key, text) -> text.replaceFirst("Active=\\w+", "Active=" + active));
        }
        return true;
    }

    private static List<String> required(Map<String, List<String>> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private static String text(Map<String, List<String>> parameters) {
        assertThat(PARAMETERS).containsAll(parameters.keySet());
        StringBuilder text = new StringBuilder("v2.33|Action=");
        text.append(first(parameters, "Action")).append("|Active=");
        text.append(parameters.containsKey("Enabled") ? "FALSE" : "TRUE").append("|Dir=");
        text.append(first(parameters, "Direction").replace("bound", "")).append('|');
        if (parameters.containsKey("Protocol")) {
            String protocol = first(parameters, "Protocol");
            text.append("Protocol=").append(RuleProtocol.parse(protocol).number()).append('|');
        }
        for (String profile : parameters.getOrDefault("Profile", List.of())) {
            text.append("Profile=").append(profile).append('|');
        }
        addPorts(text, "L", parameters.getOrDefault("LocalPort", List.of()));
        addPorts(text, "R", parameters.getOrDefault("RemotePort", List.of()));
        for (String type : parameters.getOrDefault("IcmpType", List.of())) {
            text.append(first(parameters, "Protocol").equals("ICMPv6") ? "ICMP6=" : "ICMP4=");
            text.append(type.contains(":") ? type : type + ":*").append('|');
        }
        addAddresses(text, "L", parameters.getOrDefault("LocalAddress", List.of()));
        addAddresses(text, "R", parameters.getOrDefault("RemoteAddress", List.of()));
        for (String type : parameters.getOrDefault("InterfaceType", List.of())) {
            text.append("IFType=").append(type.equals("Wired") ? "Lan" : type).append('|');
        }
        if (parameters.containsKey("Program")) {
            text.append("App=").append(first(parameters, "Program")).append('|');
        }
        if (parameters.containsKey("Service")) {
            String service = first(parameters, "Service");
            text.append("Svc=").append(service.equals("Any") ? "*" : service).append('|');
        }
        text.append("Name=").append(first(parameters, "DisplayName")).append('|');
        if (parameters.containsKey("Description")) {
            text.append("Desc=").append(first(parameters, "Description")).append('|');
        }
        for (String edge : parameters.getOrDefault("EdgeTraversalPolicy", List.of())) {
            text.append(EDGES.get(edge));
        }
        return text.toString();
    }

    private static void addPorts(StringBuilder text, String side, List<String> ports) {
        for (String port : ports) {
            text.append(side).append(port.contains("-") ? "Port2_10=" : "Port=");
            text.append(port).append('|');
        }
    }

    private static void addAddresses(StringBuilder text, String side, List<String> addresses) {
        for (String address : addresses) {
            if (address.equals("LocalSubnet")) {
                text.append("RA4=LocalSubnet|RA6=LocalSubnet|");
            } else {
                text.append(side).append(address.contains(":") ? "A6=" : "A4=");
                text.append(address).append('|');
            }
        }
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return required(parameters, name).getFirst();
    }

    private static Map<String, List<String>> parameters(List<String> statement) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        for (String word : statement.subList(1, statement.size())) {
            if (word.startsWith("-")) {
                values = new ArrayList<>();
                parameters.put(word.substring(1), values);
            } else {
                values.add(word);
            }
        }
        return parameters;
    }

    /** Splits at semicolons, spaces and commas outside of single quotes, which it takes away. */
    private static List<List<String>> statements(String script) {
        List<List<String>> statements = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            boolean quote = "'\u2018\u2019\u201a\u201b".indexOf(c) >= 0;
            if (quote && quoted && i + 1 < script.length() && script.charAt(i + 1) == c) {
                word.append(c);
                i++;
            } else if (quote) {
                quoted = !quoted;
            } else if (!quoted && " ,;".indexOf(c) >= 0) {
                words.add(word.toString());
                word.setLength(0);
                if (c == ';') {
                    statements.add(words);
                    words = new ArrayList<>();
                }
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        statements.add(words);
        return statements;
    }
}
