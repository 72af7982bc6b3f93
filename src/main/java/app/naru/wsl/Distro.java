package app.naru.wsl;

import java.util.regex.Pattern;

/**
 * An installed distribution.
 *
 * @param id its registry key, {@code {GUID}}
 * @param version 1 or 2
 */
public record Distro(String id, String name, int version, boolean isDefault) {

    /** Nothing that a command line could take for something else, and no option. */
    private static final Pattern SIMPLE =
            Pattern.compile("\\w[\\w.-]{0,63}", Pattern.UNICODE_CHARACTER_CLASS);

    /** Whether {@code wsl.exe} can be given the name: it is the only kind that WSL itself takes. */
    public boolean isSimplyNamed() {
        return isSimple(name);
    }

    /** Whether that may be a distribution's name; see {@link #isSimplyNamed()}. */
    public static boolean isSimple(String name) {
        return SIMPLE.matcher(name).matches();
    }
}
