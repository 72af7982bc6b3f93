package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a rule does with the traffic that it is about (MS-GPFAS 2.2.2.5). */
public enum Action {
    ALLOW,
    BLOCK,
    /** Allows what IPsec has authenticated, even against a block. Naru makes no such rules. */
    BYPASS;

    /**
     * @throws InvalidInput if it is none of them, in any case of letters
     */
    @JsonCreator
    public static Action parse(String text) {
        for (Action action : values()) {
            if (action.name().equalsIgnoreCase(text.strip())) {
                return action;
            }
        }
        throw new InvalidInput("rule.action", text);
    }

    /** Returns {@code allow}, {@code block} or {@code bypass}, as netsh takes it. */
    @JsonValue
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
