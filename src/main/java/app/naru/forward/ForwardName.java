package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a forward is called. It becomes part of a firewall rule's name, so it holds only what is
 * safe there: letters and digits of any script, spaces and {@code - _ . ( ) [ ] & % ^ + # ,}.
 */
public record ForwardName(String text) {

    /** Leaves room for Naru's mark within what stays readable in the firewall's own window. */
    public static final int LONGEST = 200;

    private static final Pattern REFUSED =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N} \\-_.()\\[\\]&%^+#,]");

    public ForwardName {
        text = text.strip();
        if (text.isEmpty()) {
            throw new InvalidInput("name.empty", text);
        }
        if (text.length() > LONGEST) {
            throw new InvalidInput("name.long", text, text.length(), LONGEST);
        }
        Matcher refused = REFUSED.matcher(text);
        if (refused.find()) {
            throw new InvalidInput("name.character", text, refused.group());
        }
        if (text.equalsIgnoreCase("all")) {
            throw new InvalidInput("name.all", text);
        }
    }

    /**
     * @throws InvalidInput if it is empty, too long, {@code all}, or holds a character that a
     *     rule's name can't
     */
    @JsonCreator
    public static ForwardName parse(String text) {
        return new ForwardName(text);
    }

    /** Returns the name with a number behind it: {@code Django (2)}. */
    public ForwardName numbered(int number) {
        String suffix = " (" + number + ")";
        int end = Math.min(text.length(), LONGEST - suffix.length());
        return new ForwardName(text.substring(0, end) + suffix);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
