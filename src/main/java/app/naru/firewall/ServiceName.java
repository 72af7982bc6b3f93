package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The service of Windows' that a rule is about, by its short name, or {@link #ANY} (MS-FASP 2.2.37,
 * {@code wszLocalService}).
 */
public record ServiceName(String text) {

    private static final int LONGEST = 259;
    private static final Pattern REFUSED = Pattern.compile("[/\\\\|\"\\p{Cntrl}]");

    /** Every service, and no program that is none. */
    public static final ServiceName ANY = new ServiceName("*");

    public ServiceName {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST || REFUSED.matcher(text).find()) {
            throw new InvalidInput("rule.service", text);
        }
    }

    /**
     * Reads a service's short name; {@code any} and {@code *} are every service.
     *
     * @throws InvalidInput if it is none that the firewall takes
     */
    @JsonCreator
    public static ServiceName parse(String text) {
        return text.strip().equalsIgnoreCase("any") ? ANY : new ServiceName(text);
    }

    /** Returns the name as netsh takes it. */
    String netsh() {
        return equals(ANY) ? "any" : text;
    }

    /** Returns the name as the registry holds it. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
