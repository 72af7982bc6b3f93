package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Whether what a rule lets in may come through a tunnel past the router: edge traversal (MS-FASP
 * 2.2.35). A rule that says nothing of it lets nothing through one.
 */
public enum EdgeTraversal {
    ALLOW("yes"),
    /** Where the program asks for it. */
    DEFER_TO_PROGRAM("deferapp"),
    /** Where the user says yes, once the program has asked for it. */
    DEFER_TO_USER("deferuser");

    private final String word;

    EdgeTraversal(String word) {
        this.word = word;
    }

    /**
     * @throws InvalidInput if it is none of them, in any case of letters
     */
    @JsonCreator
    public static EdgeTraversal parse(String text) {
        for (EdgeTraversal edge : values()) {
            if (edge.word.equalsIgnoreCase(text.strip())) {
                return edge;
            }
        }
        throw new InvalidInput("rule.edge", text);
    }

    /** Returns what the rule says of it. The user's rules of Windows' own have no {@code Edge}. */
    static Optional<EdgeTraversal> of(FirewallRule rule) {
        Optional<String> defer = rule.text().value(RuleKey.DEFER);
        if (defer.isPresent()) {
            return defer.map(to -> to.equalsIgnoreCase("User") ? DEFER_TO_USER : DEFER_TO_PROGRAM);
        }
        return rule.says(RuleKey.EDGE) ? Optional.of(ALLOW) : Optional.empty();
    }

    /** Returns the word as netsh takes it. */
    @JsonValue
    public String netsh() {
        return word;
    }
}
