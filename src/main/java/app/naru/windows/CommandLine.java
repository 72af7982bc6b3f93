package app.naru.windows;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Arguments as one command line, by the rules that CommandLineToArgvW and Microsoft's C runtime
 * take it apart with ("Parsing C Command-Line Arguments"). No shell ever sees it, so nothing else
 * is special.
 */
final class CommandLine {

    private CommandLine() {}

    /** Returns the command line that comes apart into exactly these arguments. */
    static String of(List<String> arguments) {
        return arguments.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    /** Returns the argument as it stands in a command line: in quotation marks if it needs them. */
    static String quoted(String argument) {
        if (argument.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an argument with a NUL");
        }
        if (!argument.isEmpty() && argument.chars().noneMatch(CommandLine::needsQuotes)) {
            return argument;
        }
        StringBuilder quoted = new StringBuilder(argument.length() + 2).append('"');
        int backslashes = 0;
        for (int i = 0; i < argument.length(); i++) {
            char each = argument.charAt(i);
            if (each == '\\') {
                backslashes++;
                continue;
            }
            // backslashes are special only before a quotation mark: there they count double
            quoted.repeat('\\', each == '"' ? backslashes * 2 + 1 : backslashes).append(each);
            backslashes = 0;
        }
        return quoted.repeat('\\', backslashes * 2).append('"').toString();
    }

    private static boolean needsQuotes(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '"';
    }
}
