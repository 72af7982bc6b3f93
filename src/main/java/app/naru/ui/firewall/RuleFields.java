package app.naru.ui.firewall;

import app.naru.firewall.Direction;
import app.naru.firewall.FirewallRule;
import app.naru.firewall.RuleWords;
import app.naru.forward.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of a rule, those that it has, each with its name. */
final class RuleFields {

    private final FirewallRule rule;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param key of its name
     * @param value a text, or a sentence
     */
    record Entry(String key, Object value) {}

    private RuleFields(FirewallRule rule) {
        this.rule = rule;
    }

    static List<Entry> of(RuleRow row) {
        RuleFields fields = new RuleFields(row.rule());
        fields.say("rules.direction", fields.direction());
        fields.say("rules.action", fields.action());
        fields.say("rules.state", fields.state());
        fields.say("rules.field.networks", RuleWords.networks(row.rule().profiles()));
        fields.add("rules.field.program", row.rule().program());
        fields.add("rules.field.service", row.rule().service());
        fields.add("rules.field.protocol", protocol(row.rule()));
        fields.list("rules.field.localPorts", row.rule().localPorts());
        fields.list("rules.field.remotePorts", row.rule().remotePorts());
        fields.list("rules.field.icmp", row.rule().icmp());
        fields.list("rules.field.localAddresses", row.rule().localAddresses());
        fields.list("rules.field.remoteAddresses", row.rule().remoteAddresses());
        fields.add("rules.field.group", row.group());
        fields.add("rules.field.description", row.description());
        if (!row.name().equals(row.rule().name())) {
            fields.add("rules.field.name", row.rule().name());
        }
        fields.add("rules.field.id", row.stored().id());
        return List.copyOf(fields.entries);
    }

    private void say(String key, Sentence value) {
        entries.add(new Entry(key, value));
    }

    private void add(String key, String value) {
        if (!value.isEmpty()) {
            entries.add(new Entry(key, value));
        }
    }

    private void list(String key, List<?> values) {
        add(
                key,
                values.stream().map(Object::toString).distinct().collect(Collectors.joining(", ")));
    }

    private Sentence direction() {
        return Sentence.of(
                rule.direction() == Direction.IN ? "rules.direction.in" : "rules.direction.out");
    }

    private Sentence action() {
        return switch (rule.action()) {
            case ALLOW -> Sentence.of("rules.action.allow");
            case BLOCK -> Sentence.of("rules.action.block");
            case BYPASS -> Sentence.of("rules.action.bypass");
        };
    }

    private Sentence state() {
        return Sentence.of(rule.active() ? "rules.state.on" : "rules.state.off");
    }

    private static String protocol(FirewallRule rule) {
        return switch (rule.protocol()) {
            case FirewallRule.ANY_PROTOCOL -> "";
            case FirewallRule.TCP -> "TCP";
            case FirewallRule.UDP -> "UDP";
            case FirewallRule.ICMP -> "ICMPv4";
            case FirewallRule.ICMPV6 -> "ICMPv6";
            default -> Integer.toString(rule.protocol());
        };
    }
}
