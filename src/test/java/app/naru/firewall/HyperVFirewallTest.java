package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Cidr;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HyperVFirewallTest {

    private static final HyperVRule RULE =
            new HyperVRule(
                    "Naru-0123abcd",
                    new RuleName("Naru - Django [0123abcd]"),
                    Protocol.TCP,
                    PortRange.of(8000),
                    List.of(),
                    Set.of(NetworkProfile.values()));

    private final List<String> ran = new ArrayList<>();
    private int there = HyperVRule.NOT_THERE;
    private int broken;

    private final HyperVFirewall firewall =
            new HyperVFirewall((arguments, limit) -> broken != 0 ? broken : found(arguments));
    private final ElevatedTasks tasks =
            new ElevatedTasks((program, arguments, limit) -> {
                ran.add(FakePowerShell.script(arguments));
                there = ran.getLast().contains("New-") ? HyperVRule.THERE : HyperVRule.NOT_THERE;
                return new Elevation.Ending.Exited(0);
            });

    private int found(List<String> arguments) {
        assertThat(FakePowerShell.script(arguments)).contains("$_.Name -ceq 'Naru-0123abcd'");
        return there;
    }

    @Test
    void opensThePortAlone() {
        assertThat(RULE.command())
                .isEqualTo(
                        "New-NetFirewallHyperVRule -Name 'Naru-0123abcd'"
                                + " -DisplayName 'Naru - Django [0123abcd]' -Direction Inbound"
                                + " -VMCreatorId '{40E0AC32-46A5-438A-A0B2-2B479E8F2E90}'"
                                + " -Protocol TCP -LocalPorts '8000' -Action Allow");
    }

    @Test
    void makesRecognisesAndRemovesItsRule() throws IOException {
        assertThat(tasks.bring(firewall.making(RULE))).isEqualTo(new RuleOutcome.Done());
        assertThat(firewall.state(RULE)).isEqualTo(RuleState.PRESENT);
        assertThat(tasks.bring(firewall.making(RULE))).isEqualTo(new RuleOutcome.AlreadySo());
        assertThat(tasks.bring(firewall.removing(RULE))).isEqualTo(new RuleOutcome.Done());
        assertThat(firewall.state(RULE)).isEqualTo(RuleState.ABSENT);
        assertThat(ran).hasSize(2).last().asString().endsWith("-Name 'Naru-0123abcd'");
    }

    @Test
    void replacesARuleOfItsIdThatLetsInSomethingElse() {
        there = HyperVRule.DIFFERENT;

        assertThat(tasks.bring(firewall.making(RULE))).isEqualTo(new RuleOutcome.Done());

        assertThat(ran)
                .singleElement()
                .asString()
                .containsSubsequence(
                        "Remove-NetFirewallHyperVRule -Name 'Naru-0123abcd';",
                        "New-NetFirewallHyperVRule -Name 'Naru-0123abcd'");
    }

    @Test
    void letsInNobodyButTheChosenOnTheChosenNetworks() {
        HyperVRule narrow =
                new HyperVRule(
                        RULE.id(),
                        RULE.name(),
                        Protocol.UDP,
                        PortRange.parse("8000-8010"),
                        List.of(Cidr.parse("192.168.0.0/24"), Cidr.parse("10.1.2.3")),
                        Set.of(NetworkProfile.PRIVATE, NetworkProfile.DOMAIN));

        assertThat(narrow.command())
                .endsWith(
                        " -Protocol UDP -LocalPorts '8000-8010'"
                                + " -RemoteAddresses '192.168.0.0/24','10.1.2.3'"
                                + " -Profiles Domain,Private -Action Allow");
    }

    @Test
    void comparesMoreThanTheId() throws IOException {
        List<String> scripts = new ArrayList<>();
        new HyperVFirewall(
                        (arguments, limit) -> {
                            scripts.add(FakePowerShell.script(arguments));
                            return HyperVRule.THERE;
                        })
                .state(RULE);

        assertThat(scripts)
                .singleElement()
                .asString()
                .contains("-eq 'TCP 8000 Inbound Allow True'")
                .contains("exit 12");
    }

    @Test
    void changesNothingWhereItCannotLook() {
        broken = 1;

        assertThatThrownBy(() -> firewall.state(RULE)).isInstanceOf(IOException.class);
        assertThat(tasks.bring(firewall.making(RULE))).isInstanceOf(RuleOutcome.Failed.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void findsAndRemovesItsRulesByTheirMarkAlone() throws IOException {
        List<String> looks = new ArrayList<>();
        HyperVFirewall some =
                new HyperVFirewall((arguments, limit) -> {
                    looks.add(FakePowerShell.script(arguments));
                    return there;
                });
        List<String> except = List.of("Naru-0123abcd");

        assertThat(some.hasOwn(List.of())).isFalse();
        there = HyperVRule.THERE;
        assertThat(some.hasOwn(except)).isTrue();
        assertThat(tasks.bring(some.removingOwn(except))).isEqualTo(new RuleOutcome.Done());

        assertThat(looks.getFirst())
                .endsWith(
                        "if(Get-NetFirewallHyperVRule|?{$_.Name -cmatch"
                                + " '^Naru-[0-9a-f]{8}$'}){exit 10};exit 11");
        assertThat(ran)
                .singleElement()
                .asString()
                .endsWith(
                        "Get-NetFirewallHyperVRule|?{$_.Name -cmatch '^Naru-[0-9a-f]{8}$' -and"
                                + " @('Naru-0123abcd') -cnotcontains"
                                + " $_.Name}|Remove-NetFirewallHyperVRule");
        there = 1;
        assertThatThrownBy(() -> some.hasOwn(except)).isInstanceOf(IOException.class);
    }

    @Test
    void takesNoIdButNarus() {
        assertThatThrownBy(() ->
                        new HyperVRule(
                                "*",
                                RULE.name(),
                                Protocol.TCP,
                                PortRange.of(8000),
                                List.of(),
                                RULE.profiles()))
                .isInstanceOf(InvalidInput.class);
    }
}
