package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ICMP type of a rule's text (MS-GPFAS 2.2.2.16).
 *
 * @param type 0 to 255
 * @param code 0 to 255; empty for any
 */
public record IcmpMatch(int type, OptionalInt code) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,3}):([0-9]{1,3}|\\*)");

    public IcmpMatch {
        if (type < 0 || type > 255 || code.orElse(0) < 0 || code.orElse(0) > 255) {
            throw new MalformedRule("icmp", type + ":" + code);
        }
    }

    /**
     * Reads {@code 8}, {@code 8:0} or {@code 8:*}.
     *
     * @throws InvalidInput if it is none of them
     */
    @JsonCreator
    public static IcmpMatch parse(String text) {
        String typed = text.strip();
        try {
            return decode(typed.indexOf(':') < 0 ? typed + ":*" : typed);
        } catch (MalformedRule e) {
            throw new InvalidInput("rule.icmp", typed);
        }
    }

    /**
     * Reads {@code 8:0} or {@code 8:*}.
     *
     * @throws MalformedRule if it is neither
     */
    static IcmpMatch decode(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedRule("icmp", text);
        }
        return new IcmpMatch(
                Integer.parseInt(matcher.group(1)),
                Optional.of(matcher.group(2))
                        .filter(code -> !code.equals("*"))
                        .map(code -> OptionalInt.of(Integer.parseInt(code)))
                        .orElse(OptionalInt.empty()));
    }

    /** Returns it behind the protocol's name, as netsh takes it: {@code icmpv4:8,any}. */
    String netsh(String protocol) {
        return protocol + ":" + type + "," + (code.isPresent() ? code.getAsInt() : "any");
    }

    @Override
    @JsonValue
    public String toString() {
        return type + ":" + (code.isPresent() ? code.getAsInt() : "*");
    }
}
