package app.naru.wsl;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code .wslconfig} says ("Advanced settings configuration in WSL").
 *
 * @param networkingMode empty where the file does not set it, or to a value that WSL does not know
 *     and therefore passes over
 */
public record WslConfig(Optional<NetworkingMode> networkingMode) {

    /** Both names are one setting: it began in the section of experiments. */
    private static final Set<String> NETWORKING_MODE =
            Set.of("wsl2.networkingmode", "experimental.networkingmode");

    /** Returns what a file that is not there says: nothing. */
    public static WslConfig none() {
        return new WslConfig(Optional.empty());
    }

    /**
     * Reads the file's text as WSL does: sections, keys and modes in any case of letters, the first
     * of several equal keys counts, lines that make no sense are passed over.
     */
    public static WslConfig parse(String text) {
        String section = "";
        for (String line : WslConfigLines.of(text)) {
            Optional<String> begins = section(line);
            if (begins.isPresent()) {
                section = begins.get();
                continue;
            }
            int equals = Math.max(0, line.indexOf('='));
            String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (NETWORKING_MODE.contains(section + "." + key)) {
                Optional<String> value = WslConfigLines.value(line.substring(equals + 1));
                if (value.isPresent()) {
                    return new WslConfig(NetworkingMode.named(value.get()));
                }
            }
        }
        return none();
    }

    private static Optional<String> section(String line) {
        String trimmed = line.strip();
        int end = trimmed.indexOf(']');
        boolean isSection =
                trimmed.startsWith("[")
                        && end > 0
                        && (end == trimmed.length() - 1
                                || trimmed.substring(end + 1).strip().startsWith("#"));
        return isSection
                ? Optional.of(trimmed.substring(1, end).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
