package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The transport that a server speaks. */
public enum Protocol {
    TCP,
    UDP;

    /**
     * @throws InvalidInput if it is neither {@code tcp} nor {@code udp}, in any case of letters
     */
    @JsonCreator
    public static Protocol parse(String text) {
        for (Protocol protocol : values()) {
            if (protocol.name().equalsIgnoreCase(text.strip())) {
                return protocol;
            }
        }
        throw new InvalidInput("protocol", text);
    }

    /** Returns {@code tcp} or {@code udp}, as netsh and links write it. */
    @JsonValue
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
