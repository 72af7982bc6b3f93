package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.Protocol;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The protocols that Naru makes rules for. */
public enum RuleProtocol {
    TCP(FirewallRule.TCP),
    UDP(FirewallRule.UDP),
    ICMPV4(FirewallRule.ICMP),
    ICMPV6(FirewallRule.ICMPV6),
    ANY(FirewallRule.ANY_PROTOCOL);

    private final int number;

    RuleProtocol(int number) {
        this.number = number;
    }

    /** Returns the rule's protocol for that transport. */
    public static RuleProtocol of(Protocol protocol) {
        return switch (protocol) {
            case TCP -> TCP;
            case UDP -> UDP;
        };
    }

    /**
     * @throws InvalidInput if it is none of their numbers
     */
    static RuleProtocol of(int number) {
        for (RuleProtocol protocol : values()) {
            if (protocol.number == number) {
                return protocol;
            }
        }
        throw new InvalidInput("rule.protocol", number);
    }

    /**
     * @throws InvalidInput if it is none of them, in any case of letters
     */
    @JsonCreator
    public static RuleProtocol parse(String text) {
        for (RuleProtocol protocol : values()) {
            if (protocol.name().equalsIgnoreCase(text.strip())) {
                return protocol;
            }
        }
        throw new InvalidInput("rule.protocol", text);
    }

    /** Returns the IP protocol's number, {@link FirewallRule#ANY_PROTOCOL} for any. */
    public int number() {
        return number;
    }

    /** Whether it has ports, so that a rule can name them. */
    public boolean hasPorts() {
        return this == TCP || this == UDP;
    }

    /** Whether it has types, so that a rule can name one. */
    public boolean isIcmp() {
        return this == ICMPV4 || this == ICMPV6;
    }

    /** Returns the name as netsh takes it. */
    @JsonValue
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
