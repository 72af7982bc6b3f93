package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way the traffic goes that a rule is about: {@code in} or {@code out}. */
public enum Direction {
    IN,
    OUT;

    /**
     * @throws InvalidInput if it is neither {@code in} nor {@code out}, in any case of letters
     */
    @JsonCreator
    public static Direction parse(String text) {
        for (Direction direction : values()) {
            if (direction.name().equalsIgnoreCase(text.strip())) {
                return direction;
            }
        }
        throw new InvalidInput("rule.direction", text);
    }

    /** Returns {@code in} or {@code out}, as netsh takes it. */
    @JsonValue
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
