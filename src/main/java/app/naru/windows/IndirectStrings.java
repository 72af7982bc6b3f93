package app.naru.windows;

import app.naru.firewall.SystemTexts;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.win32.StdCallLibrary;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Windows' own texts, by the references that the registry has for them. */
public final class IndirectStrings implements SystemTexts {

    /** Longer than the longest description among Windows' own rules, in characters. */
    private static final int LONGEST = 4096;

    private static final int S_OK = 0;
    private static final Pattern VARIABLE = Pattern.compile("%([^%]+)%");

    /**
     * {@code \\server}, which Windows takes with slashes of either kind, and {@code
     * \??\UNC\server}, in the name of the file; behind its question mark is what a text in it is
     * called.
     */
    private static final Pattern ELSEWHERE = Pattern.compile("[^?]*[/\\\\][/\\\\?]");

    private interface Shlwapi extends StdCallLibrary {
        Shlwapi INSTANCE = Native.load("shlwapi", Shlwapi.class);

        int SHLoadIndirectString(WString source, char[] text, int length, @Nullable Pointer none);
    }

    @Override
    public Optional<String> load(String reference) {
        String expanded = expanded(reference);
        if (!reference.startsWith("@") || isElsewhere(expanded)) {
            return Optional.empty();
        }
        char[] text = new char[LONGEST];
        int result =
                Shlwapi.INSTANCE.SHLoadIndirectString(
                        new WString(expanded), text, text.length, null);
        return result == S_OK ? Optional.of(Native.toString(text)) : Optional.empty();
    }

    /** Whether it could be on another PC, which is not asked for anything. */
    static boolean isElsewhere(String reference) {
        return ELSEWHERE.matcher(reference).lookingAt();
    }

    /** Many are in {@code %SystemRoot%}, which not every version of the call knows. */
    private static String expanded(String reference) {
        return VARIABLE.matcher(reference)
                .replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private static String value(MatchResult variable) {
        return Objects.requireNonNullElse(System.getenv(variable.group(1)), variable.group());
    }
}
