package app.naru.wsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of {@code .wslconfig} and what a value in them is. */
final class WslConfigLines {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private WslConfigLines() {}

    /** Returns the lines, those that end with a backslash joined with the next. */
    static List<String> of(String text) {
        String body =
                !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        List<String> lines = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        for (String line : (Iterable<String>) body.lines()::iterator) {
            if (continues(line)) {
                begun.append(line, 0, line.length() - 1);
            } else {
                lines.add(begun.append(line).toString());
                begun.setLength(0);
            }
        }
        if (!begun.isEmpty()) {
            lines.add(begun.toString());
        }
        return lines;
    }

    /** An even number of backslashes at the end is as many escaped backslashes as half of it. */
    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length()
                && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /**
     * Returns the value that stands behind the equals sign: without comment, quotation marks and
     * space around, escapes resolved; empty if WSL would pass over the line.
     */
    static Optional<String> value(String text) {
        StringBuilder value = new StringBuilder();
        int trimmed = 0;
        boolean quoted = false;
        String stripped = text.stripLeading();
        for (int i = 0; i < stripped.length(); i++) {
            char each = stripped.charAt(i);
            if (each == '#' && !quoted) {
                break;
            }
            if (each == '"') {
                quoted = !quoted;
            } else if (each == '\\') {
                i++;
                int escaped = i < stripped.length() ? escaped(stripped.charAt(i)) : -1;
                if (escaped < 0) {
                    return Optional.empty();
                }
                value.append((char) escaped);
            } else {
                value.append(each);
            }
            if (each != ' ' && each != '\t') {
                trimmed = value.length();
            }
        }
        value.setLength(trimmed);
        return quoted ? Optional.empty() : Optional.of(value.toString());
    }

    private static int escaped(char character) {
        return switch (character) {
            case '\\', '"' -> character;
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> -1;
        };
    }
}
