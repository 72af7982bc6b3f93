package app.naru.firewall;

import app.naru.forward.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a PowerShell script that makes a rule, as {@link PowerShellRule} writes it: words and
 * texts in single quotes alone. What would have to be computed to be known is refused.
 */
final class PowerShellLine {

    private static final String CMDLET = "New-NetFirewallRule";

    /** A text in single quotes, in which two stand for one, or a plain word; a list has commas. */
    private static final Pattern VALUE =
            Pattern.compile(
                    "'((?:[^'\u2018-\u201b]++|(['\u2018-\u201b])\\2)*+)'|([^\\s,;'\"$`|&(){}<>@]+)");

    private static final Pattern PARAMETER = Pattern.compile("\\s*-([A-Za-z]+)\\s+");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private static final Map<String, String> INTERFACES =
            Map.of("wired", "Lan", "wireless", "Wireless", "remoteaccess", "RemoteAccess");
    private static final Map<String, String> PROTOCOLS =
            Map.of("tcp", "6", "udp", "17", "icmpv4", "1", "icmpv6", "58");
    private static final Map<String, String> PORTS =
            Map.of(
                    "rpc", "LPort=RPC",
                    "rpcepmap", "LPort=RPC-EPMap",
                    "teredo", "LPort=Teredo",
                    "iphttpsin", "LPort2_10=IPHTTPSIn",
                    "iphttpsout", "RPort2_10=IPHTTPSOut",
                    "playtodiscovery", "LPort2_20=Ply2Disc");
    private static final Map<String, String> ADDRESSES =
            Map.of(
                    "localsubnet", "LocalSubnet",
                    "dns", "DNS",
                    "dhcp", "DHCP",
                    "wins", "WINS",
                    "defaultgateway", "DefaultGateway");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder("v2.31|");

    private PowerShellLine() {}

    /** Whether the line is meant to be such a statement. */
    static boolean isOne(String line) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith(CMDLET.toLowerCase(Locale.ROOT));
    }

    /**
     * Reads the line.
     *
     * @throws InvalidInput if it is not written so, or says what no rule holds
     * @throws MalformedRule if a value is not what a rule takes
     */
    static FirewallRule parse(String line) {
        PowerShellLine read = new PowerShellLine();
        read.read(line.strip().substring(CMDLET.length()));
        return FirewallRule.decode(read.write());
    }

    private void read(String rest) {
        Matcher parameter = PARAMETER.matcher(rest);
        Matcher value = VALUE.matcher(rest);
        Matcher comma = COMMA.matcher(rest);
        for (int at = 0; at < rest.length(); ) {
            String name = matched(parameter, rest, at).group(1).toLowerCase(Locale.ROOT);
            at = parameter.end();
            List<String> list = new ArrayList<>();
            do {
                at = list.isEmpty() ? at : comma.end();
                matched(value, rest, at);
                list.add(value.group(3) != null ? value.group(3) : unquoted(value.group(1)));
                at = value.end();
            } while (comma.region(at, rest.length()).lookingAt());
            if (values.put(name, list) != null) {
                throw new InvalidInput("script.twice", "-" + name);
            }
        }
    }

    private static Matcher matched(Matcher matcher, String rest, int at) {
        if (!matcher.region(at, rest.length()).lookingAt()) {
            throw new InvalidInput("script.powershell", rest.substring(at).strip());
        }
        return matcher;
    }

    private static String unquoted(String quoted) {
        return quoted.replaceAll("(['\u2018-\u201b])\\1", "$1");
    }

    private String write() {
        String direction = one("direction").orElse("Inbound");
        add("Action", one("action").orElse("Allow"));
        add("Active", one("enabled").orElse("True").toUpperCase(Locale.ROOT));
        add("Dir", word(direction, Map.of("inbound", "In", "outbound", "Out")));
        protocol();
        some("profile").stream()
                .filter(profile -> !profile.equalsIgnoreCase("any"))
                .forEach(profile -> add("Profile", profile));
        some("localport").forEach(port -> port(port, "L"));
        some("remoteport").forEach(port -> port(port, "R"));
        some("localaddress").forEach(address -> address(address, "L"));
        some("remoteaddress").forEach(address -> address(address, "R"));
        one("program").filter(path -> !isAny(path)).ifPresent(path -> add("App", path));
        one("service").ifPresent(name -> add("Svc", isAny(name) ? "*" : name));
        one("package").ifPresent(id -> add("AppPkgId", id));
        one("owner").ifPresent(owner -> add("LUOwn", owner));
        one("localuser").ifPresent(users -> add("LUAuth", users));
        some("interfacetype").stream()
                .filter(type -> !isAny(type))
                .forEach(type -> add("IFType", word(type, INTERFACES)));
        one("edgetraversalpolicy").ifPresent(this::edge);
        add("Name", one("displayname").orElseThrow(PowerShellLine::nameless));
        one("group").ifPresent(group -> add("EmbedCtxt", group));
        one("description").ifPresent(words -> add("Desc", words));
        values.keySet().stream()
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidInput("script.value", "-" + unknown);
                });
        return text.toString();
    }

    private static InvalidInput nameless() {
        return new InvalidInput("script.missing", "-DisplayName");
    }

    private static boolean isAny(String value) {
        return value.equalsIgnoreCase("any");
    }

    private static boolean beginsWithDigit(String value) {
        return !value.isEmpty() && Character.isDigit(value.charAt(0));
    }

    private List<String> some(String parameter) {
        return Optional.ofNullable(values.remove(parameter)).orElse(List.of());
    }

    private Optional<String> one(String parameter) {
        List<String> all = some(parameter);
        if (all.size() > 1) {
            throw new InvalidInput("script.value", "-" + parameter + " " + String.join(",", all));
        }
        return all.stream().findFirst();
    }

    private static String word(String value, Map<String, String> words) {
        return Optional.ofNullable(words.get(value.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new InvalidInput("script.value", value));
    }

    private void add(String key, String value) {
        if (value.indexOf('|') >= 0) {
            throw new InvalidInput("script.value", value);
        }
        text.append(key).append('=').append(value).append('|');
    }

    private void protocol() {
        Optional<String> named = one("protocol").filter(value -> !isAny(value));
        named.map(value -> PROTOCOLS.getOrDefault(value.toLowerCase(Locale.ROOT), value))
                .ifPresent(number -> add("Protocol", number));
        String key = named.filter("icmpv6"::equalsIgnoreCase).isPresent() ? "ICMP6" : "ICMP4";
        some("icmptype").stream()
                .filter(type -> !isAny(type))
                .forEach(type -> add(key, type.contains(":") ? type : type + ":*"));
    }

    private void port(String port, String side) {
        if (isAny(port)) {
            return;
        }
        if (beginsWithDigit(port)) {
            add(side + (port.contains("-") ? "Port2_10" : "Port"), port);
            return;
        }
        String[] field = word(port, PORTS).split("=", 2);
        if (!field[0].startsWith(side)) {
            throw new InvalidInput("script.value", port);
        }
        add(field[0], field[1]);
    }

    private void address(String address, String side) {
        if (isAny(address)) {
            return;
        }
        if (address.contains(":") || beginsWithDigit(address)) {
            add(side + (address.contains(":") ? "A6" : "A4"), address);
            return;
        }
        String word = word(address, ADDRESSES);
        add(side + "A4", word);
        add(side + "A6", word);
    }

    private void edge(String policy) {
        switch (policy.toLowerCase(Locale.ROOT)) {
            case "block" -> {
                // As without it.
            }
            case "allow" -> add("Edge", "TRUE");
            case "defertoapp" -> {
                add("Edge", "TRUE");
                add("Defer", "App");
            }
            case "defertouser" -> add("Defer", "User");
            default -> throw new InvalidInput("script.value", policy);
        }
    }
}
