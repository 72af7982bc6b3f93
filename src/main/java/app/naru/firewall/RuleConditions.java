package app.naru.firewall;

import app.naru.forward.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule says beside who reaches what: each condition in words, nothing left out. */
final class RuleConditions {

    /** What {@link RuleSentence} says, what is said below, and what nobody's traffic depends on. */
    private static final Set<RuleKey> UNDERSTOOD =
            EnumSet.complementOf(
                    EnumSet.of(RuleKey.LSM, RuleKey.LOM, RuleKey.PCROSS, RuleKey.AUTHBYPASSOUT));

    private final FirewallRule rule;
    private final List<Sentence> found = new ArrayList<>();

    RuleConditions(FirewallRule rule) {
        this.rule = rule;
    }

    List<Sentence> all() {
        if (!rule.service().isEmpty() && !rule.program().isEmpty() && !isServiceHost()) {
            found.add(Sentence.of("firewall.words.only.program", rule.program()));
        }
        if (!rule.localAddresses().isEmpty()) {
            found.add(
                    Sentence.of(
                            "firewall.words.only.local",
                            RuleSentence.addresses(rule.localAddresses())));
        }
        interfaces();
        if (has(RuleKey.APPPKGID) && !rule.program().isEmpty()) {
            found.add(Sentence.of("firewall.words.only.app"));
        }
        if (has(RuleKey.LUAUTH, RuleKey.LUAUTH2_24, RuleKey.LUOWN)) {
            found.add(Sentence.of("firewall.words.only.users"));
        }
        if (has(RuleKey.SECURITY, RuleKey.SECURITY2, RuleKey.SECURITY2_9)) {
            found.add(Sentence.of("firewall.words.only.ipsec"));
        }
        if (has(RuleKey.RMAUTH, RuleKey.RUAUTH)) {
            found.add(Sentence.of("firewall.words.only.authenticated"));
        }
        if (has(RuleKey.PLATFORM)) {
            found.add(Sentence.of("firewall.words.only.windows"));
        }
        if (has(
                RuleKey.TTK,
                RuleKey.TTK2_22,
                RuleKey.TTK2_27,
                RuleKey.TTK2_28,
                RuleKey.NNM,
                RuleKey.SECURITYREALMID)) {
            found.add(Sentence.of("firewall.words.only.networks"));
        }
        tunnels();
        notUnderstood();
        return List.copyOf(found);
    }

    /** Whether it is the program that runs Windows' own services, which says nothing more. */
    private boolean isServiceHost() {
        return RuleSentence.fileName(rule.program()).equalsIgnoreCase("svchost.exe");
    }

    private void interfaces() {
        for (String type : rule.text().values(RuleKey.IFTYPE)) {
            found.add(
                    switch (type.toUpperCase(Locale.ROOT)) {
                        case "LAN" -> Sentence.of("firewall.words.only.cable");
                        case "WIRELESS" -> Sentence.of("firewall.words.only.wireless");
                        case "REMOTEACCESS" -> Sentence.of("firewall.words.only.vpn");
                        default -> Sentence.of("firewall.words.only.adapters");
                    });
        }
        if (has(RuleKey.IF)) {
            found.add(Sentence.of("firewall.words.only.adapters"));
        }
    }

    private void tunnels() {
        EdgeTraversal.of(rule)
                .map(edge ->
                        switch (edge) {
                            case ALLOW -> "firewall.words.edge";
                            case DEFER_TO_PROGRAM -> "firewall.words.edge.program";
                            case DEFER_TO_USER -> "firewall.words.edge.user";
                        })
                .map(Sentence::of)
                .ifPresent(found::add);
    }

    private void notUnderstood() {
        String keys =
                Stream.concat(
                                rule.text().unknown().stream(),
                                rule.text().fields().stream()
                                        .filter(field ->
                                                field.known()
                                                        .filter(key -> !UNDERSTOOD.contains(key))
                                                        .isPresent()))
                        .map(RuleText.Field::key)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!keys.isEmpty()) {
            found.add(Sentence.of("firewall.words.only.unknown", keys));
        }
    }

    private boolean has(RuleKey... keys) {
        return rule.text().hasAny(keys);
    }
}
