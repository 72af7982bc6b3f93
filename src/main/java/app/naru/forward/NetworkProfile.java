package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Windows' category of a network, by which firewall rules apply or do not. */
public enum NetworkProfile {
    DOMAIN,
    PRIVATE,
    PUBLIC;

    /**
     * @throws InvalidInput if it is none of the three, in any case of letters
     */
    @JsonCreator
    public static NetworkProfile parse(String text) {
        for (NetworkProfile profile : values()) {
            if (profile.name().equalsIgnoreCase(text.strip())) {
                return profile;
            }
        }
        throw new InvalidInput("profile", text);
    }

    /** Returns the name as netsh takes it: {@code domain}, {@code private} or {@code public}. */
    @JsonValue
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
