package app.naru.firewall;

import app.naru.firewall.Verdict.Answer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question on its way to its answer: settings that make rules not matter first, then blocks,
 * then allows, then the profile's default (Microsoft, "Windows Firewall rules"; MS-FASP 2.2.34).
 */
final class Hearing {

    private final Policy policy;
    private final Question question;
    private final Map<Action, Map<Match, StoredRule>> found = new EnumMap<>(Action.class);

    /** The settings that make rules not count which otherwise would be about it. */
    private final Map<Action, Setting> voided = new EnumMap<>(Action.class);

    private final boolean inbound;
    private final Setting enabled;
    private final Setting shields;
    private final Setting localMerge;
    private final Setting programMerge;
    private final Setting portMerge;

    Hearing(Policy policy, Question question) {
        this.policy = policy;
        this.question = question;
        this.inbound = question.direction() == Direction.IN;
        this.enabled = setting(SettingName.ENABLE_FIREWALL);
        this.shields = setting(SettingName.DO_NOT_ALLOW_EXCEPTIONS);
        this.localMerge = setting(SettingName.ALLOW_LOCAL_POLICY_MERGE);
        this.programMerge = setting(SettingName.MERGE_PROGRAMS);
        this.portMerge = setting(SettingName.MERGE_PORTS);
    }

    Verdict verdict() {
        return bySetting().or(this::byRule).orElseGet(this::byDefault);
    }

    private Optional<Verdict> bySetting() {
        if (isLoopback()) {
            return Optional.of(
                    Verdict.of(
                            Answer.ALLOWED,
                            true,
                            new Decider.ByDefault(PolicyStore.LOCAL, "Loopback")));
        }
        if (enabled.value().isEmpty()) {
            return Optional.of(unread(enabled.store(), enabled.name().text()));
        }
        if (enabled.off()) {
            return Optional.of(bySetting(Answer.ALLOWED, enabled));
        }
        if (question.interfaceId().isPresent()
                && policy.offOn(question.interfaceId().get(), question.profile())) {
            return Optional.of(
                    Verdict.of(
                            Answer.ALLOWED,
                            true,
                            new Decider.BySetting(PolicyStore.LOCAL, "DisabledInterfaces")));
        }
        return inbound && shields.on()
                ? Optional.of(bySetting(Answer.BLOCKED, shields))
                : Optional.empty();
    }

    private boolean isLoopback() {
        return question.remote().filter(InetAddress::isLoopbackAddress).isPresent()
                || question.local().filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private Verdict bySetting(Answer answer, Setting setting) {
        return Verdict.of(
                answer,
                setting.certain(),
                new Decider.BySetting(setting.store(), setting.name().text()));
    }

    private Optional<Verdict> byRule() {
        collect();
        Optional<StoredRule> block = rule(Action.BLOCK, Match.YES);
        if (block.isPresent()) {
            return Optional.of(byRule(Answer.BLOCKED, block.get(), sure(block.get())));
        }
        if (localCounts() && !isRead(PolicyStore.LOCAL)) {
            return Optional.of(unread(PolicyStore.LOCAL, "FirewallRules"));
        }
        Optional<StoredRule> perhaps = rule(Action.BLOCK, Match.LIKELY);
        if (perhaps.isPresent()) {
            return Optional.of(byRule(Answer.BLOCKED, perhaps.get(), false));
        }
        Optional<StoredRule> allow = rule(Action.ALLOW, Match.YES);
        if (allow.isPresent()) {
            boolean sure =
                    sure(allow.get()) && allKnown() && rule(Action.BLOCK, Match.UNLIKELY).isEmpty();
            return Optional.of(byRule(Answer.ALLOWED, allow.get(), sure));
        }
        return rule(Action.ALLOW, Match.LIKELY)
                .map(narrow -> byRule(Answer.ALLOWED, narrow, false));
    }

    private Verdict byRule(Answer answer, StoredRule rule, boolean sure) {
        boolean stands =
                answer == Answer.BLOCKED ? enabled.certain() : !inbound || shields.certain();
        return Verdict.of(answer, sure && stands, new Decider.ByRule(rule));
    }

    private Verdict byDefault() {
        Setting action =
                setting(
                        inbound
                                ? SettingName.DEFAULT_INBOUND_ACTION
                                : SettingName.DEFAULT_OUTBOUND_ACTION);
        if (action.value().isEmpty()) {
            return unread(action.store(), action.name().text());
        }
        Answer answer = action.off() ? Answer.ALLOWED : Answer.BLOCKED;
        Action other = action.off() ? Action.BLOCK : Action.ALLOW;
        boolean sure =
                action.certain()
                        && enabled.certain()
                        && allKnown()
                        && rule(other, Match.UNLIKELY).isEmpty();
        Setting voiding = voided.get(other);
        return Verdict.of(
                answer,
                sure,
                voiding == null
                        ? new Decider.ByDefault(action.store(), action.name().text())
                        : new Decider.BySetting(voiding.store(), voiding.name().text()));
    }

    private void collect() {
        RuleMatcher matcher = new RuleMatcher(question);
        policy.rules()
                .forEach(stored -> {
                    Match match = matcher.match(stored.rule());
                    if (match != Match.NO) {
                        take(stored, match);
                    }
                });
    }

    private void take(StoredRule stored, Match match) {
        Action action = stored.rule().action();
        Optional<Setting> against = against(stored);
        if (against.isPresent()) {
            if (match != Match.UNLIKELY) {
                voided.putIfAbsent(action, against.get());
            }
        } else {
            found.computeIfAbsent(action, each -> new EnumMap<>(Match.class))
                    .putIfAbsent(match, stored);
        }
    }

    private Optional<StoredRule> rule(Action action, Match match) {
        return Optional.ofNullable(found.getOrDefault(action, Map.of()).get(match));
    }

    /** Returns the setting by which the rule does not count: a policy can void local ones. */
    private Optional<Setting> against(StoredRule stored) {
        if (stored.store() != PolicyStore.LOCAL) {
            return Optional.empty();
        }
        if (localMerge.off()) {
            return Optional.of(localMerge);
        }
        FirewallRule rule = stored.rule();
        boolean transport =
                rule.protocol() == FirewallRule.TCP || rule.protocol() == FirewallRule.UDP;
        boolean program = !rule.program().isEmpty() && transport && rule.localPorts().isEmpty();
        boolean port =
                rule.program().isEmpty()
                        && rule.service().isEmpty()
                        && rule.localPorts().size() == 1;
        if (program && programMerge.off()) {
            return Optional.of(programMerge);
        }
        return port && portMerge.off() ? Optional.of(portMerge) : Optional.empty();
    }

    private boolean localCounts() {
        return !localMerge.off();
    }

    /** Whether it is known that such a rule counts. */
    private boolean sure(StoredRule rule) {
        return rule.store() != PolicyStore.LOCAL || localMerge.certain();
    }

    private boolean isRead(PolicyStore store) {
        return policy.rules(store) instanceof StoreRules.Read;
    }

    private boolean allKnown() {
        List<PolicyStore> stores = new ArrayList<>(List.of(PolicyStore.values()));
        if (!localCounts()) {
            stores.remove(PolicyStore.LOCAL);
        }
        return stores.stream().allMatch(store -> policy.rules(store).complete());
    }

    private Setting setting(SettingName name) {
        return policy.setting(name, question.profile());
    }

    private Verdict unread(PolicyStore store, String name) {
        return Verdict.of(Answer.UNKNOWN, false, new Decider.Unread(store, name));
    }
}
