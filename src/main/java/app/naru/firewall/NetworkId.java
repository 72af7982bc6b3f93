package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A network as Windows remembers it, whichever adapter it is reached by.
 *
 * @param text {@code {GUID}}, in upper case
 */
public record NetworkId(@JsonValue String text) {

    private static final Pattern GUID =
            Pattern.compile("\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\\}");

    /**
     * @throws InvalidInput if it is no GUID in braces
     */
    @JsonCreator
    public NetworkId {
        text = text.toUpperCase(Locale.ROOT);
        if (!GUID.matcher(text).matches()) {
            throw new InvalidInput("network.id", text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
