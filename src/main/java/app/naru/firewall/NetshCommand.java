package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@code netsh advfirewall firewall} command (netsh's own help, Windows 10 and 11).
 *
 * @param arguments one element an argument, unquoted
 */
public record NetshCommand(List<String> arguments) {

    public NetshCommand {
        arguments = List.copyOf(arguments);
    }

    /** Returns the command that makes the rule. */
    public static NetshCommand add(RuleSpec rule) {
        List<String> arguments = new ArrayList<>(List.of("advfirewall", "firewall", "add", "rule"));
        arguments.add("name=" + rule.name());
        arguments.add("dir=in");
        arguments.add("action=allow");
        rule.program().ifPresent(program -> arguments.add("program=" + program));
        arguments.add("protocol=" + rule.protocol().lowerCase());
        arguments.add("localport=" + rule.ports());
        arguments.add("remoteip=" + rule.remote());
        arguments.add("profile=" + profiles(rule));
        if (!rule.description().isEmpty()) {
            arguments.add("description=" + rule.description());
        }
        return new NetshCommand(arguments);
    }

    /**
     * Returns the command that removes the rule. netsh deletes every rule that matches, so
     * everything that it takes is given.
     */
    public static NetshCommand delete(RuleSpec rule) {
        return new NetshCommand(
                List.of(
                        "advfirewall",
                        "firewall",
                        "delete",
                        "rule",
                        "name=" + rule.name(),
                        "dir=in",
                        "protocol=" + rule.protocol().lowerCase(),
                        "localport=" + rule.ports()));
    }

    private static String profiles(RuleSpec rule) {
        if (rule.profiles().size() == NetworkProfile.values().length) {
            return "any";
        }
        return rule.profiles().stream()
                .sorted(Comparator.naturalOrder())
                .map(NetworkProfile::lowerCase)
                .collect(Collectors.joining(","));
    }

    /** Returns the command as one would type it: arguments with spaces in quotes. */
    @Override
    public String toString() {
        return arguments.stream()
                .map(argument -> argument.matches("[\\w.,:=/\\\\-]+") ? argument : quoted(argument))
                .collect(Collectors.joining(" ", "netsh ", ""));
    }

    private static String quoted(String argument) {
        int equals = argument.indexOf('=');
        return argument.substring(0, equals + 1) + '"' + argument.substring(equals + 1) + '"';
    }
}
