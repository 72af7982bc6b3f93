package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line that has netsh make a rule, read the way cmd.exe and netsh read it (netsh's own help;
 * CommandLineToArgvW). What is not understood to the last letter is refused.
 */
final class NetshLine {

    private static final List<String> COMMAND = List.of("advfirewall", "firewall", "add", "rule");
    private static final Pattern PROGRAM = Pattern.compile("(?i)netsh(\\.exe)?");

    /** They mean something else to cmd.exe. */
    private static final String SPECIAL = "^&|<>";

    private static final Set<String> KNOWN =
            Set.of(
                    "name",
                    "dir",
                    "action",
                    "program",
                    "description",
                    "enable",
                    "profile",
                    "remoteip",
                    "localport",
                    "remoteport",
                    "protocol",
                    "service",
                    "localip",
                    "interfacetype",
                    "edge");

    /** What no rule of Naru's has, as it is where it changes nothing. */
    private static final String NOT_SECURED = "security=notrequired";

    private final Map<String, String> values = new HashMap<>();

    private NetshLine(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals <= 0) {
                throw new InvalidInput("script.argument", argument);
            }
            String key = argument.substring(0, equals).toLowerCase(Locale.ROOT);
            take(key, argument.substring(equals + 1));
        }
    }

    private void take(String key, String value) {
        if (!KNOWN.contains(key) && !NOT_SECURED.equalsIgnoreCase(key + "=" + value)) {
            throw new InvalidInput("script.value", key + "=" + value);
        }
        if (values.put(key, value) != null) {
            throw new InvalidInput("script.twice", key);
        }
    }

    /** Whether the line is meant to be a command of netsh's. */
    static boolean isOne(String line) {
        String first = line.strip().split("\\s", 2)[0];
        return PROGRAM.matcher(first).matches() || first.equalsIgnoreCase(COMMAND.getFirst());
    }

    /**
     * Reads the line.
     *
     * @throws InvalidInput if it does anything but make a rule
     */
    static NetshLine parse(String line) {
        List<String> words = words(line);
        if (!words.isEmpty() && PROGRAM.matcher(words.getFirst()).matches()) {
            words = words.subList(1, words.size());
        }
        if (words.size() < COMMAND.size() || !isCommand(words.subList(0, COMMAND.size()))) {
            throw new InvalidInput("script.command", line.strip());
        }
        return new NetshLine(words.subList(COMMAND.size(), words.size()));
    }

    private static boolean isCommand(List<String> words) {
        return IntStream.range(0, COMMAND.size())
                .allMatch(i -> words.get(i).equalsIgnoreCase(COMMAND.get(i)));
    }

    /** Returns what the line calls the rule. */
    String name() {
        return needed("name");
    }

    /**
     * Returns the rule that Naru would make; it gets Naru's mark where it has none.
     *
     * @throws InvalidInput if it is one that Naru makes none of
     */
    RuleSpec rule() {
        String[] protocol = value("protocol").orElse("any").split(":", 2);
        return new RuleSpec(
                RuleName.marked(name()),
                value("description").orElse(""),
                Direction.parse(needed("dir")),
                Action.parse(needed("action")),
                value("program").map(ProgramPath::parse),
                RuleProtocol.parse(protocol[0]),
                value("localport").map(PortList::parse).orElse(PortList.ANY),
                value("remoteport").map(PortList::parse).orElse(PortList.ANY),
                value("remoteip").map(Remote::parse).orElseGet(Remote.Anyone::new),
                value("profile").map(NetshLine::profiles).orElseGet(NetshLine::everyProfile),
                details(protocol.length == 1 ? Optional.empty() : Optional.of(protocol[1])),
                value("enable").map(NetshLine::yes).orElse(true));
    }

    /**
     * @param icmp what follows the protocol: a type and a code, or {@code any} for either
     */
    private RuleDetails details(Optional<String> icmp) {
        return new RuleDetails(
                value("service").map(ServiceName::parse),
                icmp.filter(type -> !type.equalsIgnoreCase("any,any")).map(NetshLine::icmp),
                unless("any", "localip").map(LocalAddresses::parse),
                unless("any", "interfacetype").map(InterfaceType::parse),
                unless("no", "edge").map(EdgeTraversal::parse));
    }

    private static IcmpMatch icmp(String typeAndCode) {
        String[] parts = typeAndCode.toLowerCase(Locale.ROOT).split(",", -1);
        if (parts.length != 2) {
            throw new InvalidInput("rule.icmp", typeAndCode);
        }
        return IcmpMatch.parse(parts[0] + ":" + (parts[1].equals("any") ? "*" : parts[1]));
    }

    private Optional<String> unless(String withoutEffect, String key) {
        return value(key).filter(given -> !given.equalsIgnoreCase(withoutEffect));
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private String needed(String key) {
        return value(key).orElseThrow(() -> new InvalidInput("script.missing", key + "="));
    }

    private static Set<NetworkProfile> profiles(String text) {
        return text.equalsIgnoreCase("any")
                ? everyProfile()
                : Arrays.stream(text.split(",", -1))
                        .map(NetworkProfile::parse)
                        .collect(Collectors.toSet());
    }

    private static Set<NetworkProfile> everyProfile() {
        return EnumSet.allOf(NetworkProfile.class);
    }

    private static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new InvalidInput("script.value", "enable=" + text);
        };
    }

    /** Returns the line's words, without their quotes. */
    private static List<String> words(String line) {
        // A batch file doubles its percent signs.
        String text = line.strip().replace("%%", "%");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        int backslashes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                // Two backslashes before a quotation mark are one, an odd one makes it a letter.
                if (backslashes % 2 == 1) {
                    throw new InvalidInput("script.quote", text);
                }
                word.setLength(word.length() - backslashes / 2);
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                end(word, words);
            } else if (!quoted && SPECIAL.indexOf(c) >= 0) {
                throw new InvalidInput("script.special", c);
            } else {
                word.append(c);
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        if (quoted) {
            throw new InvalidInput("script.quote", text);
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
