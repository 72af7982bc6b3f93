package app.naru.firewall;

import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of a rule of Naru's own. It bears Naru's mark, so that a command that goes by the name
 * can never meet a rule of anyone else's.
 */
public record RuleName(String text) {

    /** What every rule of Naru's starts with, and no other. */
    public static final String MARK = "Naru - ";

    public RuleName {
        if (!text.startsWith(MARK)) {
            throw new InvalidInput("rule.name", text);
        }
        new ForwardName(text.substring(MARK.length()));
    }

    /** Returns the name of the rule for that forward; the forward's id makes it the only one. */
    public static RuleName of(Forward forward) {
        String suffix = " [" + forward.id() + "]";
        String name = forward.name().text();
        int end = Math.min(name.length(), ForwardName.LONGEST - suffix.length());
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return new RuleName(MARK + name.substring(0, end) + suffix);
    }

    /** Returns the name of the rule that is called so, with Naru's mark before it. */
    public static RuleName of(ForwardName name) {
        return new RuleName(MARK + name.text());
    }

    /**
     * Returns the name, with Naru's mark before it where it has none: a rule can be called by
     * either.
     *
     * @throws InvalidInput if it holds what a rule's name can't
     */
    public static RuleName marked(String name) {
        return bearsMark(name) ? new RuleName(name) : of(ForwardName.parse(name));
    }

    /** Returns it as the user called it. */
    public ForwardName withoutMark() {
        return new ForwardName(text.substring(MARK.length()));
    }

    /** Whether a rule of that name bears Naru's mark. */
    public static boolean bearsMark(String name) {
        return name.startsWith(MARK);
    }

    /**
     * @throws InvalidInput if it does not bear Naru's mark, or holds what a rule's name can't
     */
    @JsonCreator
    static RuleName parse(String text) {
        return new RuleName(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
