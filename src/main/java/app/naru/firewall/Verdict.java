package app.naru.firewall;

import app.naru.forward.Sentence;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether traffic gets through the firewall, how sure that is, and what decides it. */
public record Verdict(
        @JsonProperty("verdict") Answer answer, Certainty certainty, Decider decidedBy) {

    /** The answer. */
    public enum Answer {
        ALLOWED,
        BLOCKED,
        UNKNOWN;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How sure it is. */
    public enum Certainty {
        CERTAIN,
        /** A rule could be about something that is not known, or a store could not be read. */
        LIKELY;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verdict of(Answer answer, boolean certain, Decider decidedBy) {
        return new Verdict(answer, certain ? Certainty.CERTAIN : Certainty.LIKELY, decidedBy);
    }

    /** Returns it in words, without looking up what a rule of Windows' own is called. */
    public Sentence sentence() {
        return sentence(RuleLabels.PLAIN);
    }

    /**
     * Returns it in words.
     *
     * @param labels what rules are called
     */
    public Sentence sentence(RuleLabels labels) {
        String key =
                answer == Answer.UNKNOWN
                        ? "firewall.verdict.unknown"
                        : "firewall.verdict." + answer.text() + "." + certainty.text();
        return Sentence.of(key, decidedBy.sentence(labels));
    }
}
