package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.ALL_INCOMING_BLOCKED;
import static app.naru.diagnosis.Cause.BLOCK_RULE;
import static app.naru.diagnosis.Cause.FIREWALL_OFF;
import static app.naru.diagnosis.Cause.NO_RULE;
import static app.naru.diagnosis.Cause.OTHER_FIREWALL;
import static app.naru.diagnosis.Cause.OUTBOUND_BLOCKED;
import static app.naru.diagnosis.Cause.POLICY_IGNORES_RULES;
import static app.naru.diagnosis.Cause.RULE_FOR_OTHER_NETWORKS;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.firewall.Decider;
import app.naru.firewall.QueryUserBlocks;
import app.naru.firewall.RuleLabels;
import app.naru.firewall.SettingName;
import app.naru.firewall.StoredRule;
import app.naru.firewall.Verdict;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does Windows Defender Firewall let it in? */
final class FirewallCauses implements HopCauses {

    @Override
    public List<Finding> in(Case it) {
        return it.seen().firewall().map(sight -> in(it, sight)).orElse(List.of());
    }

    private static List<Finding> in(Case it, FirewallSight sight) {
        List<Finding> found = new ArrayList<>();
        if (sight.serviceRuns().equals(Optional.of(false))) {
            found.add(
                    Finding.worthKnowing(FIREWALL_OFF, CERTAIN)
                            .because(Sentence.of("diagnosis.evidence.noService")));
        } else {
            sight.now().flatMap(verdict -> inbound(it, sight, verdict)).ifPresent(found::add);
            sight.outbound().flatMap(verdict -> outbound(it, verdict)).ifPresent(found::add);
        }
        otherProduct(it, sight).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> inbound(Case it, FirewallSight sight, Verdict verdict) {
        return switch (verdict.answer()) {
            case UNKNOWN -> Optional.empty();
            case ALLOWED ->
                    isOff(verdict)
                            ? Optional.of(
                                    Finding.worthKnowing(FIREWALL_OFF, sureness(verdict))
                                            .because(verdict.sentence()))
                            : Optional.empty();
            case BLOCKED -> Optional.of(blocked(it, sight, verdict).because(verdict.sentence()));
        };
    }

    private static boolean isOff(Verdict verdict) {
        return verdict.decidedBy() instanceof Decider.BySetting;
    }

    private static Finding blocked(Case it, FirewallSight sight, Verdict verdict) {
        Sureness sure = sureness(verdict);
        return switch (verdict.decidedBy()) {
            case Decider.ByRule(StoredRule rule) -> blockRule(rule, sure);
            case Decider.BySetting setting
                    when setting.name().equals(SettingName.DO_NOT_ALLOW_EXCEPTIONS.text()) ->
                    Finding.inTheWay(ALL_INCOMING_BLOCKED, sure, profile(sight.active()))
                            .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.allowIncoming")));
            case Decider.BySetting setting -> policyIgnoresRules(sure);
            case Decider.ByDefault none ->
                    // Naru makes no rule that would not count
                    sight.withRule().decidedBy() instanceof Decider.BySetting
                            ? policyIgnoresRules(sureness(sight.withRule()))
                            : noRule(it, sight, sure);
            case Decider.Unread unread -> noRule(it, sight, LIKELY);
        };
    }

    private static Finding policyIgnoresRules(Sureness sure) {
        return Finding.inTheWay(POLICY_IGNORES_RULES, sure)
                .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.askAdministrator")));
    }

    private static Finding blockRule(StoredRule rule, Sureness sure) {
        String name = RuleLabels.PLAIN.name(rule);
        Finding finding = Finding.inTheWay(BLOCK_RULE, sure, name);
        if (QueryUserBlocks.isOne(rule)) {
            return finding.because(Sentence.of("diagnosis.evidence.queryUser"))
                    .fix(
                            new Fix.Make(
                                    new FirewallChange.RemoveBlocks(
                                            rule.rule().program(), List.of(rule.id()))));
        }
        return finding.fix(
                new Fix.ByHand(Sentence.of("diagnosis.fix.blockOf." + rule.store().text(), name)));
    }

    private static Finding noRule(Case it, FirewallSight sight, Sureness sure) {
        Optional<NetworkProfile> elsewhere =
                sight.inbound().entrySet().stream()
                        .filter(each -> each.getValue().answer() == Verdict.Answer.ALLOWED)
                        .filter(each -> each.getValue().decidedBy() instanceof Decider.ByRule)
                        .map(Map.Entry::getKey)
                        .min(Comparator.naturalOrder());
        if (elsewhere.isEmpty()) {
            return Finding.inTheWay(NO_RULE, sure, it.forward().ports())
                    .fix(it.fix(it.planned(FirewallChange.MakeRule.class)));
        }
        return Finding.inTheWay(
                        RULE_FOR_OTHER_NETWORKS,
                        sure,
                        profile(sight.active()),
                        profile(elsewhere.get()))
                .fix(NetworkFixes.of(it, sight.active()));
    }

    private static Optional<Finding> outbound(Case it, Verdict verdict) {
        boolean met = it.seen().serverAnswers();
        return verdict.answer() == Verdict.Answer.BLOCKED && it.relay().isPresent() && !met
                ? Optional.of(
                        Finding.inTheWay(OUTBOUND_BLOCKED, sureness(verdict), it.place())
                                .because(verdict.sentence())
                                .fix(OutboundFix.of(it)))
                : Optional.empty();
    }

    /** It is the answer only where all else lets it in and a visitor was awaited in vain. */
    private static Optional<Finding> otherProduct(Case it, FirewallSight sight) {
        if (sight.otherProducts().isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", sight.otherProducts());
        boolean allowed =
                sight.now().map(each -> each.answer() == Verdict.Answer.ALLOWED).orElse(false);
        Finding finding =
                it.seen().waitedInVain() && allowed
                        ? Finding.inTheWay(OTHER_FIREWALL, LIKELY, names)
                                .because(Sentence.of("diagnosis.evidence.noVisit"))
                        : Finding.worthKnowing(OTHER_FIREWALL, CERTAIN, names);
        return Optional.of(
                finding.fix(
                        new Fix.ByHand(
                                Sentence.of(
                                        "diagnosis.fix.allowThere", names, it.forward().ports()))));
    }

    private static Sureness sureness(Verdict verdict) {
        return verdict.certainty() == Verdict.Certainty.CERTAIN ? CERTAIN : LIKELY;
    }

    private static Sentence profile(NetworkProfile profile) {
        return Sentence.of("profile." + profile.lowerCase());
    }
}
