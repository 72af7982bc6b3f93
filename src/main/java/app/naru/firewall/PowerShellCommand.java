package app.naru.firewall;

import app.naru.forward.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several changes as one PowerShell command, so that Windows asks once for all of them.
 *
 * <p>Of the ways to do that, this is the one that leaves no file for others to swap before an
 * elevated process reads it and runs no code of Naru's elevated: Windows' own powershell.exe gets
 * the whole script as one base64 argument, which no quoting can break and any script of letters
 * survives, and can name rules by id, which netsh can't. It costs a second or more to start, 2.7
 * times the script's length of the 2,000 characters that there are, and some PCs forbid it. So it
 * is for several changes that would each ask; a single one, and all of them where Naru is elevated
 * already, go through netsh.
 *
 * @param statements in order; the first that fails ends the script with exit code 1
 */
public record PowerShellCommand(List<Cmdlet> statements) {

    private static final String START = "$ErrorActionPreference='Stop'";
    private static final List<String> SWITCHES =
            List.of("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass");

    /**
     * @throws InvalidInput if it is longer than Windows takes
     */
    public PowerShellCommand {
        statements = List.copyOf(statements);
        int length = length(statements);
        if (length > NetshCommand.LONGEST) {
            throw new InvalidInput("rule.command", length, NetshCommand.LONGEST);
        }
    }

    /**
     * Returns as few commands as hold all the statements, in order.
     *
     * @throws InvalidInput if one of them alone is longer than Windows takes
     */
    static List<PowerShellCommand> of(List<Cmdlet> statements) {
        List<PowerShellCommand> commands = new ArrayList<>();
        List<Cmdlet> next = new ArrayList<>();
        for (Cmdlet statement : statements) {
            next.add(statement);
            if (next.size() > 1 && length(next) > NetshCommand.LONGEST) {
                next.removeLast();
                commands.add(new PowerShellCommand(next));
                next = new ArrayList<>(List.of(statement));
            }
        }
        if (!next.isEmpty()) {
            commands.add(new PowerShellCommand(next));
        }
        return commands;
    }

    /** Whether the statement fits into a command, if only alone. */
    static boolean fits(Cmdlet statement) {
        return length(List.of(statement)) <= NetshCommand.LONGEST;
    }

    private static int length(List<Cmdlet> statements) {
        return String.join(" ", arguments(statements)).length();
    }

    /** Returns powershell.exe's arguments, one element each, unquoted. */
    public List<String> arguments() {
        return arguments(statements);
    }

    private static List<String> arguments(List<Cmdlet> statements) {
        List<String> arguments = new ArrayList<>(SWITCHES);
        arguments.add("-EncodedCommand");
        arguments.add(
                Base64.getEncoder()
                        .encodeToString(
                                (START + ";" + text(statements))
                                        .getBytes(StandardCharsets.UTF_16LE)));
        return arguments;
    }

    private static String text(List<Cmdlet> statements) {
        return statements.stream().map(Cmdlet::text).collect(Collectors.joining(";"));
    }

    /** Returns the statements as one would type them in PowerShell. */
    @Override
    public String toString() {
        return statements.stream().map(Cmdlet::text).collect(Collectors.joining("; "));
    }
}
