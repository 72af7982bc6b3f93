package app.naru.firewall;

import app.naru.forward.Sentence;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** What decides whether traffic gets through; in JSON its kind, store, id and name. */
@JsonPropertyOrder({"kind", "store", "id", "name"})
public sealed interface Decider {

    /** Returns whose word it is. */
    @JsonProperty
    PolicyStore store();

    /** Returns the rule's name, or the setting's as the registry has it. */
    @JsonProperty
    String name();

    /**
     * Returns what kind of thing it is: {@code rule}, {@code setting} or {@code default}; {@code
     * unread} for what there is no answer without.
     */
    @JsonProperty
    String kind();

    /** Returns the rule's id; empty for what is no rule. */
    @JsonProperty
    default String id() {
        return "";
    }

    /**
     * Returns it in words, as part of a sentence.
     *
     * @param labels what rules are called
     */
    Sentence sentence(RuleLabels labels);

    /** A rule that is about the traffic. */
    record ByRule(@JsonIgnore StoredRule rule) implements Decider {
        @Override
        public PolicyStore store() {
            return rule.store();
        }

        @Override
        public String name() {
            return rule.rule().name();
        }

        @Override
        public String id() {
            return rule.id();
        }

        @Override
        public String kind() {
            return "rule";
        }

        @Override
        public Sentence sentence(RuleLabels labels) {
            return Sentence.of("firewall.decider.rule." + store().text(), labels.name(rule));
        }
    }

    /** A setting that makes the rules not matter. */
    record BySetting(PolicyStore store, String name) implements Decider {
        @Override
        public String kind() {
            return "setting";
        }

        @Override
        public Sentence sentence(RuleLabels labels) {
            return Sentence.of("firewall.decider." + name.replace('\\', '.'));
        }
    }

    /** No rule is about it: what the profile does then. */
    record ByDefault(PolicyStore store, String name) implements Decider {
        @Override
        public String kind() {
            return "default";
        }

        @Override
        public Sentence sentence(RuleLabels labels) {
            return Sentence.of("firewall.decider." + name.replace('\\', '.'));
        }
    }

    /**
     * Something that can't be read, without which there is no answer.
     *
     * @param name the setting's name, or {@code FirewallRules}
     */
    record Unread(PolicyStore store, String name) implements Decider {
        @Override
        public String kind() {
            return "unread";
        }

        @Override
        public Sentence sentence(RuleLabels labels) {
            return Sentence.of("firewall.decider.unread");
        }
    }
}
