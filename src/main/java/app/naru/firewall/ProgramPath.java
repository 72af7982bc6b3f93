package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The program that a rule is about: an absolute Windows path, one that starts with {@code
 * %SystemRoot%} or its like, or {@code System} for Windows itself (MS-FASP 2.2.37, {@code
 * wszLocalApplication}).
 */
public record ProgramPath(String text) {

    static final int LONGEST = 259;

    private static final Pattern ABSOLUTE =
            Pattern.compile("([A-Za-z]:\\\\|\\\\\\\\[^\\\\]+\\\\|%[A-Za-z0-9_()]+%\\\\).*[^\\\\ ]");
    private static final Pattern REFUSED = Pattern.compile("[/*?\"<>|\\p{Cntrl}]");

    public ProgramPath {
        text = text.strip();
        if (text.length() > LONGEST) {
            throw new InvalidInput("rule.program.long", text, text.length(), LONGEST);
        }
        if (REFUSED.matcher(text).find()
                || !(text.equals("System") || ABSOLUTE.matcher(text).matches())) {
            throw new InvalidInput("rule.program", text);
        }
    }

    /**
     * @throws InvalidInput if it is no path that the firewall takes
     */
    @JsonCreator
    public static ProgramPath parse(String text) {
        return new ProgramPath(text);
    }

    /** Returns the file's name, like {@code python.exe}. */
    public String fileName() {
        return text.substring(text.lastIndexOf('\\') + 1);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
