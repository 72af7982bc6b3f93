package app.naru.path;

import static app.naru.path.Situations.forward;
import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.windows;
import static app.naru.path.Situations.wsl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.firewall.FakePolicy;
import app.naru.firewall.FirewallState;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.wsl.NetworkingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planned where the firewall and the port proxy are as they are. */
final class FirewallPlanTest {

    private static final Forward FORWARD = forward("8000", "8000", "lan");
    private static final String BLOCK_ID =
            "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}c:\\program files\\naru\\naru.exe";
    private static final String BLOCK =
            "v2.33|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Private|App=%s|Name=Naru|Defer=User|";

    private final FakePolicy policy = new FakePolicy();

    private Situation with(Situation situation, PortProxyEntry... entries) {
        return situation.withWindows(
                situation
                        .windows()
                        .withFirewall(
                                new Fact.Known<>(
                                        new FirewallState(
                                                policy.read(),
                                                new PortProxy(List.of(entries), List.of())))));
    }

    private void blocks(String program) {
        policy.rule(PolicyStore.LOCAL, BLOCK_ID, BLOCK.formatted(program));
    }

    private static PortProxyEntry entry(String listen, String connect) {
        return PortProxyEntry.parse(PortProxyEntry.Family.V4TOV4, listen, connect);
    }

    private static HopView firewall(Situation situation, Standing standing) {
        return Hops.look(FORWARD, situation, standing).stream()
                .filter(view -> view.hop() == HopKind.FIREWALL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuleThatCountsIsPlanned() {
        Situation situation = with(windows());

        assertThat(Plan.of(FORWARD, situation).changes())
                .hasAtLeastOneElementOfType(FirewallChange.MakeRule.class);
        assertThat(firewall(situation, Standing.CLOSED).state()).isEqualTo(HopView.State.PLANNED);
        Forecast forecast =
                Forecast.of(FORWARD, situation, FirewallHop.rule(FORWARD, situation)).orElseThrow();
        assertThat(forecast.now().answer().text()).isEqualTo("blocked");
        assertThat(forecast.then().answer().text()).isEqualTo("allowed");
        assertThat(forecast.then().certainty().text()).isEqualTo("certain");
    }

    @Test
    void aRuleThatAPolicyMakesVoidIsNotPlannedAndThePolicyIsNamed() {
        for (String profile : List.of("PrivateProfile", "DomainProfile")) {
            policy.set(PolicyStore.GROUP_POLICY, profile, "AllowLocalPolicyMerge", "0");
        }
        Situation situation = with(windows());

        assertThat(Plan.of(FORWARD, situation).changes())
                .doesNotHaveAnyElementsOfTypes(FirewallChange.class);
        assertThat(firewall(situation, Standing.CLOSED))
                .isEqualTo(
                        new HopView(
                                HopKind.FIREWALL,
                                HopView.State.PROBLEM,
                                Sentence.of(
                                        "firewall.verdict.blocked.certain",
                                        Sentence.of("firewall.decider.AllowLocalPolicyMerge"))));
    }

    @Test
    void aRuleThatIsVoidOnOneOfItsNetworksOnlyIsPlanned() {
        policy.set(PolicyStore.GROUP_POLICY, "PrivateProfile", "AllowLocalPolicyMerge", "0");
        Situation situation = with(windows());

        assertThat(Plan.of(FORWARD, situation).changes())
                .hasAtLeastOneElementOfType(FirewallChange.MakeRule.class);
        assertThat(firewall(situation, Standing.CLOSED).state()).isEqualTo(HopView.State.PROBLEM);
    }

    @Test
    void aBlockThatWindowsWroteIsOfferedAndGoesOnlyWithConsent() {
        blocks(Situations.OWN_PROGRAM.toLowerCase(java.util.Locale.ROOT));
        Situation situation = with(windows());
        FirewallChange removal =
                new FirewallChange.RemoveBlocks(Situations.OWN_PROGRAM, List.of(BLOCK_ID));

        Plan plan = Plan.of(FORWARD, situation);
        assertThat(plan.offers()).extracting(Offer::change).containsExactly(removal);
        assertThat(plan.changes()).doesNotContain(removal);
        assertThat(firewall(situation, Standing.CLOSED).state()).isEqualTo(HopView.State.PROBLEM);

        Plan agreed = Plan.of(FORWARD, situation, List.of(removal));
        assertThat(agreed.offers()).isEmpty();
        assertThat(agreed.changes())
                .startsWith(removal)
                .hasAtLeastOneElementOfType(FirewallChange.MakeRule.class);
    }

    @Test
    void aBlockOfAnotherProgramIsNobodysBusiness() {
        blocks("C:\\other.exe");

        assertThat(Plan.of(FORWARD, with(windows())).offers()).isEmpty();
    }

    @Test
    void aPortProxyEntryInTheWayIsReplacedByTheRelayWithConsent() {
        PortProxyEntry entry = entry("0.0.0.0/8000", "172.28.185.15/8000");
        FirewallChange removal = new FirewallChange.RemovePortProxy(entry);
        Situation situation =
                with(
                        windows(
                                listener("127.0.0.1", 8000, "python.exe"),
                                listener("0.0.0.0", 8000, "svchost.exe")),
                        entry,
                        entry("0.0.0.0/9000", "10.0.0.1/1"));

        assertThat(Plan.of(FORWARD, situation).offers())
                .containsExactly(
                        new Offer(
                                removal,
                                Sentence.of(
                                        "path.inTheWay.portproxy",
                                        "0.0.0.0:8000",
                                        "172.28.185.15:8000")));
        assertThat(Plan.of(FORWARD, situation, List.of(removal)).changes())
                .startsWith(removal)
                .hasAtLeastOneElementOfType(Change.RunRelay.class);
    }

    @Test
    void anEntryThatLeadsToItselfIsSaidToDoSo() {
        PortProxyEntry entry = entry("0.0.0.0/8000", "127.0.0.1/8000");

        assertThat(Plan.of(FORWARD, with(windows(), entry)).offers())
                .extracting(Offer::why)
                .containsExactly(
                        Sentence.of("path.inTheWay.loop", "0.0.0.0:8000", "127.0.0.1:8000"));
    }

    @Test
    void beforeAMirroredWslTheHyperVFirewallIsOpenedToo() {
        Situation situation =
                windows().withWsl(wsl(NetworkingMode.MIRRORED, true, "172.28.185.15"));

        List<Change> changes = Plan.of(forward("8000", "wsl:8000", "lan"), situation).changes();

        assertThat(changes).hasSize(2).hasAtLeastOneElementOfType(FirewallChange.MakeRule.class);
        assertThat(changes.getLast().command())
                .hasValueSatisfying(command ->
                        assertThat(command)
                                .startsWith("New-NetFirewallHyperVRule -Name 'Naru-0badcafe'")
                                .contains(" -RemoteAddresses '192.168.0.0/24'")
                                .contains(" -Profiles Domain,Private "));
    }

    @Test
    void anEntryThatLeadsIntoWslCanBecomeAForwardThatFollowsWsl() {
        PortProxyEntry intoWsl = entry("0.0.0.0/8000", "172.28.185.15/8001");
        PortProxyEntry elsewhere = entry("0.0.0.0/9000", "192.168.0.50/80");
        // netsh takes it, for a name that nobody has
        PortProxyEntry nowhere = entry("0.0.0.0/9001", "192.168.000.050/80");
        Situation situation =
                with(windows(), intoWsl, elsewhere, nowhere)
                        .withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"));

        assertThat(PortProxyImport.leadingIntoWsl(situation)).containsExactly(intoWsl);
        assertThat(PortProxyImport.of(intoWsl, situation).target())
                .isEqualTo(Target.parse("wsl:8001"));
        assertThat(
                        PortProxyImport.leadingIntoWsl(
                                situation.withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.99"))))
                .isEmpty();
        assertThatThrownBy(() -> PortProxyImport.of(nowhere, situation))
                .isInstanceOf(InvalidInput.class);
    }
}
