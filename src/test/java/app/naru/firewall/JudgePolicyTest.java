package app.naru.firewall;

import static app.naru.firewall.PolicyStore.GROUP_POLICY;
import static app.naru.firewall.PolicyStore.LOCAL;
import static app.naru.firewall.PolicyStore.MDM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What settings, other stores, and what can't be read make of the rules. */
final class JudgePolicyTest extends JudgeFixture {

    static Stream<Case> settings() {
        String r = "r1";
        return Stream.of(
                with(
                        "off on private networks",
                        p ->
                                p.set(LOCAL, "StandardProfile", "EnableFirewall", "0")
                                        .rule(LOCAL, r, BLOCK + PORT),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "off on private networks, on a public one",
                        p -> p.set(LOCAL, "StandardProfile", "EnableFirewall", "0"),
                        WEB_PUBLIC,
                        BY_DEFAULT),
                with(
                        "a policy's firewall is on where the local one is off",
                        p ->
                                p.set(LOCAL, "StandardProfile", "EnableFirewall", "0")
                                        .set(GROUP_POLICY, "PrivateProfile", "EnableFirewall", "1"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "a policy turns it off",
                        p -> p.set(GROUP_POLICY, "PrivateProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting group-policy EnableFirewall"),
                with(
                        "the manager turns it off",
                        p -> p.set(MDM, "PublicProfile", "EnableFirewall", "0"),
                        WEB_PUBLIC,
                        "allowed certain setting mdm EnableFirewall"),
                with(
                        "Group Policy has the word before the manager",
                        p ->
                                p.set(MDM, "PrivateProfile", "EnableFirewall", "0")
                                        .set(GROUP_POLICY, "PrivateProfile", "EnableFirewall", "1"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "the old policy key stands for private networks",
                        p -> p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting group-policy EnableFirewall"),
                with(
                        "the old policy key stands for public networks",
                        p -> p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0"),
                        WEB_PUBLIC,
                        "allowed certain setting group-policy EnableFirewall"),
                with(
                        "the old policy key does not stand for domains",
                        p -> p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0"),
                        WEB_DOMAIN,
                        BY_DEFAULT),
                with(
                        "the old policy key is void beside a new one",
                        p ->
                                p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0")
                                        .key(GROUP_POLICY, "PublicProfile"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "a local PrivateProfile key means nothing",
                        p -> p.set(LOCAL, "PrivateProfile", "EnableFirewall", "0"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "block all incoming",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DoNotAllowExceptions", "1")
                                        .rule(LOCAL, r, ALLOW + PORT),
                        WEB,
                        "blocked certain setting local DoNotAllowExceptions"),
                with(
                        "block all incoming, by either store",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DoNotAllowExceptions", "1")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "DoNotAllowExceptions",
                                                "0"),
                        WEB,
                        "blocked certain setting local DoNotAllowExceptions"),
                with(
                        "block all incoming, with the firewall off",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DoNotAllowExceptions", "1")
                                        .set(LOCAL, "StandardProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "a default that allows",
                        p -> p.set(LOCAL, "StandardProfile", "DefaultInboundAction", "0"),
                        WEB,
                        "allowed certain default local DefaultInboundAction"),
                with(
                        "a default that allows, and a block",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DefaultInboundAction", "0")
                                        .rule(LOCAL, r, BLOCK + PORT),
                        WEB,
                        BLOCKED_R1),
                with(
                        "a default that a policy sets",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DefaultInboundAction", "0")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "DefaultInboundAction",
                                                "1"),
                        WEB,
                        "blocked certain default group-policy DefaultInboundAction"),
                with(
                        "a value's name in other letters",
                        p -> p.set(LOCAL, "StandardProfile", "enablefirewall", "0"),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "a value that is no number",
                        p -> p.set(LOCAL, "StandardProfile", "EnableFirewall", "off"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "off on the interface",
                        p -> p.set(LOCAL, "StandardProfile", "DisabledInterfaces", "{BBBB},{AAAA}"),
                        WEB.withInterface("{aaaa}", InterfaceType.LAN),
                        "allowed certain setting local DisabledInterfaces"),
                with(
                        "off on another interface",
                        p -> p.set(LOCAL, "StandardProfile", "DisabledInterfaces", "{BBBB}"),
                        WEB.withInterface("{aaaa}", InterfaceType.LAN),
                        BY_DEFAULT));
    }

    static Stream<Case> merging() {
        return Stream.of(
                with(
                        "a policy's rule allows",
                        p -> p.rule(GROUP_POLICY, "g", ALLOW + PORT),
                        WEB,
                        "allowed certain rule group-policy g"),
                with(
                        "the manager's rule allows",
                        p -> p.rule(MDM, "m", ALLOW + PORT),
                        WEB,
                        "allowed certain rule mdm m"),
                with(
                        "a policy's block beats a local allow",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .rule(GROUP_POLICY, "g", BLOCK + PORT),
                        WEB,
                        "blocked certain rule group-policy g"),
                with(
                        "a local block beats a policy's allow",
                        p ->
                                p.rule(LOCAL, "r1", BLOCK + PORT)
                                        .rule(GROUP_POLICY, "g", ALLOW + PORT),
                        WEB,
                        BLOCKED_R1),
                with(
                        "local rules don't count",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        "blocked certain setting group-policy AllowLocalPolicyMerge"),
                with(
                        "local rules don't count, and none is about it",
                        p -> p.set(GROUP_POLICY, "PrivateProfile", "AllowLocalPolicyMerge", "0"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "local rules don't count on other networks",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PublicProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        BY_R1),
                with(
                        "local blocks don't count either",
                        p ->
                                p.rule(LOCAL, "r1", BLOCK + PORT)
                                        .rule(GROUP_POLICY, "g", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        "allowed certain rule group-policy g"),
                with(
                        "the local store can't void itself",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                LOCAL,
                                                "StandardProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        BY_R1),
                with(
                        "the manager voids local rules",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(MDM, "PrivateProfile", "AllowLocalPolicyMerge", "0"),
                        WEB,
                        "blocked certain setting mdm AllowLocalPolicyMerge"),
                with(
                        "local rules for programs don't count",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + "Protocol=6|App=" + NODE + "|")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AuthorizedApplications\\AllowUserPrefMerge",
                                                "0"),
                        NODE_WEB,
                        "blocked certain setting group-policy AuthorizedApplications\\AllowUserPrefMerge"),
                with(
                        "local rules for programs don't count, those for ports do",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AuthorizedApplications\\AllowUserPrefMerge",
                                                "0"),
                        NODE_WEB,
                        BY_R1),
                with(
                        "local rules for ports don't count",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "GloballyOpenPorts\\AllowUserPrefMerge",
                                                "0"),
                        WEB,
                        "blocked certain setting group-policy GloballyOpenPorts\\AllowUserPrefMerge"),
                with(
                        "local rules for ports don't count, one for a program's port does",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT + "App=" + NODE + "|")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "GloballyOpenPorts\\AllowUserPrefMerge",
                                                "0"),
                        NODE_WEB,
                        BY_R1));
    }

    static Stream<Case> unknowns() {
        return Stream.of(
                with(
                        "local rules denied",
                        p -> p.denyRules(LOCAL),
                        WEB,
                        "unknown likely unread local FirewallRules"),
                with(
                        "local rules missing",
                        p -> p.withoutRules(LOCAL),
                        WEB,
                        "unknown likely unread local FirewallRules"),
                with(
                        "local rules denied, and void",
                        p ->
                                p.denyRules(LOCAL)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "local rules denied, and a policy blocks",
                        p -> p.denyRules(LOCAL).rule(GROUP_POLICY, "g", BLOCK + PORT),
                        WEB,
                        "blocked certain rule group-policy g"),
                with(
                        "local rules denied, and the firewall off",
                        p ->
                                p.denyRules(LOCAL)
                                        .set(LOCAL, "StandardProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "a policy's rules denied, beside an allow",
                        p -> p.rule(LOCAL, "r1", ALLOW + PORT).denyRules(GROUP_POLICY),
                        WEB,
                        PERHAPS_R1),
                with(
                        "a policy's rules denied, beside a block",
                        p -> p.rule(LOCAL, "r1", BLOCK + PORT).denyRules(GROUP_POLICY),
                        WEB,
                        BLOCKED_R1),
                with(
                        "a policy's rules denied, and none else",
                        p -> p.denyRules(GROUP_POLICY),
                        WEB,
                        PERHAPS_DEFAULT),
                with(
                        "local settings denied",
                        p -> p.rule(LOCAL, "r1", ALLOW + PORT).denySettings(LOCAL),
                        WEB,
                        "unknown likely unread local EnableFirewall"),
                with(
                        "a policy's settings denied, beside a local block",
                        p -> p.rule(LOCAL, "r1", BLOCK + PORT).denySettings(GROUP_POLICY),
                        WEB,
                        "blocked likely rule local r1"),
                with(
                        "a policy's settings denied, beside a local allow",
                        p -> p.rule(LOCAL, "r1", ALLOW + PORT).denySettings(GROUP_POLICY),
                        WEB,
                        PERHAPS_R1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"settings", "merging", "unknowns"})
    void judges(Case given) {
        assertJudged(given);
    }

    @Test
    void readsDecodesAndJudgesAThousandRulesInLessThan300Milliseconds() {
        FakePolicy registry = new FakePolicy();
        List<String> samples = new ArrayList<>(RuleTextTest.samples().toList());
        for (int i = 0; i < 1_000; i++) {
            registry.rule(LOCAL, "rule " + i, samples.get(i % samples.size()));
        }
        new Judge(registry.read()).judge(NODE_WEB);

        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            new Judge(registry.read()).judge(NODE_WEB);
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(best / 1_000_000).isLessThan(300);
    }
}
