package app.naru.path;

import app.naru.firewall.Decider;
import app.naru.firewall.FirewallRule;
import app.naru.firewall.FirewallState;
import app.naru.firewall.Judge;
import app.naru.firewall.Policy;
import app.naru.firewall.Question;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.Verdict;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.survey.Situation;
import java.util.List;
import java.util.Optional;

/**
 * What Windows Defender Firewall does with those who come to a forward.
 *
 * @param profile the kind of network that they come from
 * @param now as the rules are
 * @param then with the rule that the forward needs
 */
public record Forecast(NetworkProfile profile, Verdict now, Verdict then) {

    /**
     * Returns it for the forward's first address and port; empty where the rules, or this PC's
     * addresses, are not known.
     */
    public static Optional<Forecast> of(Forward forward, Situation situation, RuleSpec rule) {
        Optional<Policy> policy = situation.firewall().known().map(FirewallState::policy);
        return policy.flatMap(
                there -> visit(forward, situation).map(visit -> of(visit, there, rule)));
    }

    /** Returns what these rules do with that visit, and would with the one that it needs. */
    public static Forecast of(Visit visit, Policy policy) {
        return of(visit, policy, FirewallHop.rule(visit.forward(), visit.situation()));
    }

    private static Optional<Visit> visit(Forward forward, Situation situation) {
        return Route.of(forward, situation).addresses().stream()
                .filter(address -> !address.isLoopbackAddress())
                .findFirst()
                .map(address -> new Visit(forward, situation, address));
    }

    private static Forecast of(Visit visit, Policy policy, RuleSpec rule) {
        Question question = visit.question(visit.profile());
        return new Forecast(
                visit.profile(),
                new Judge(policy).judge(question),
                new Judge(policy.with(List.of(rule.rule()))).judge(question));
    }

    /**
     * Whether it is known that they are kept out even with the rule, where the rule is for this
     * kind of network.
     */
    public boolean isBlocked() {
        return then.answer() == Verdict.Answer.BLOCKED
                && then.certainty() == Verdict.Certainty.CERTAIN
                && !(then.decidedBy() instanceof Decider.ByDefault);
    }

    /** Whether it is known that the rule would change nothing on any of its networks. */
    static boolean isInVain(Forward forward, Situation situation, RuleSpec rule) {
        Optional<Policy> policy = situation.firewall().known().map(FirewallState::policy);
        Optional<Visit> visit = visit(forward, situation);
        if (policy.isEmpty() || visit.isEmpty()) {
            return false;
        }
        FirewallRule wanted = rule.rule();
        Judge judge = new Judge(policy.get().with(List.of(wanted)));
        return rule.profiles().stream()
                .map(visit.get()::question)
                .map(judge::judge)
                .allMatch(Forecast::blocksWhateverTheRules);
    }

    private static boolean blocksWhateverTheRules(Verdict verdict) {
        return verdict.answer() == Verdict.Answer.BLOCKED
                && verdict.certainty() == Verdict.Certainty.CERTAIN
                && verdict.decidedBy() instanceof Decider.BySetting;
    }
}
