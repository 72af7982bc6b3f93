package app.naru.wsl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of {@code wsl.exe} wrote to its standard output, its own errors included.
 *
 * @param code the exit code; {@link #FAILED} for an error of {@code wsl.exe}'s own, else that of
 *     the program inside WSL
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WslOutput(int code, byte[] bytes) {

    /** 0xFFFFFFFF. */
    public static final int FAILED = -1;

    /** The one part of its errors that is the same in every language. */
    private static final Pattern ERROR = Pattern.compile("\\bWsl(/[A-Za-z0-9_]{1,64}){1,8}");

    private static final int LONGEST_WORDS = 200;

    /**
     * Returns what {@code wsl.exe} itself said.
     *
     * @throws WslRefused if it failed
     */
    public String own() throws WslRefused {
        String text = WslText.decode(bytes);
        if (code == FAILED) {
            throw refusal(text);
        }
        return text;
    }

    /**
     * Returns what the program inside WSL wrote, whatever its exit code.
     *
     * @throws WslRefused if {@code wsl.exe} did not run it
     */
    public String linux() throws WslRefused {
        if (code == FAILED) {
            throw refusal(WslText.decode(bytes));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static WslRefused refusal(String text) {
        Matcher error = ERROR.matcher(text);
        if (error.find()) {
            return new WslRefused(error.group());
        }
        String words = text.strip().replaceAll("\\s+", " ");
        return new WslRefused(words.substring(0, words.offsetByCodePoints(0, shortened(words))));
    }

    private static int shortened(String words) {
        return Math.min(LONGEST_WORDS, words.codePointCount(0, words.length()));
    }

    /** {@code wsl.exe} did not do what it was told. */
    public static final class WslRefused extends IOException {

        private static final long serialVersionUID = 1L;

        WslRefused(String error) {
            super("wsl.exe: " + error);
        }
    }
}
