package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HyperVFirewallTest {

    private static final HyperVRule RULE =
            new HyperVRule(
                    "Naru-0123abcd",
                    new RuleName("Naru - Django [0123abcd]"),
                    Protocol.TCP,
                    PortRange.of(8000));

    private final List<String> ran = new ArrayList<>();
    private boolean there;
    private int broken;

    private final HyperVFirewall firewall =
            new HyperVFirewall(
                    (arguments, limit) -> broken != 0 ? broken : found(arguments),
                    (program, arguments, limit) -> {
                        ran.add(FakePowerShell.script(arguments));
                        there = ran.getLast().contains("New-");
                        return new Elevation.Ending.Exited(0);
                    });

    private int found(List<String> arguments) {
        assertThat(FakePowerShell.script(arguments)).contains("$_.Name -ceq 'Naru-0123abcd'");
        return there ? HyperVRule.THERE : HyperVRule.NOT_THERE;
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
        assertThat(firewall.add(RULE)).isEqualTo(new RuleOutcome.Done());
        assertThat(firewall.has(RULE)).isTrue();
        assertThat(firewall.add(RULE)).isEqualTo(new RuleOutcome.AlreadySo());
        assertThat(firewall.remove(RULE)).isEqualTo(new RuleOutcome.Done());
        assertThat(firewall.has(RULE)).isFalse();
        assertThat(ran).hasSize(2).last().asString().endsWith("-Name 'Naru-0123abcd'");
    }

    @Test
    void changesNothingWhereItCannotLook() {
        broken = 1;

        assertThatThrownBy(() -> firewall.has(RULE)).isInstanceOf(IOException.class);
        assertThat(firewall.add(RULE)).isInstanceOf(RuleOutcome.Failed.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void takesNoIdButNarus() {
        assertThatThrownBy(() -> new HyperVRule("*", RULE.name(), Protocol.TCP, PortRange.of(8000)))
                .isInstanceOf(InvalidInput.class);
    }
}
