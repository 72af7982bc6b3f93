package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicyReaderTest {

    private static final String ALLOW =
            "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|Name=theirs|";
    private static final Question QUESTION =
            Question.inbound(RuleProtocol.TCP, new Port(8000), NetworkProfile.PRIVATE);

    private final FakeWindows windows = new FakeWindows();
    private final FakePolicy settings = new FakePolicy();
    private final PolicyReader reader = new PolicyReader(windows, settings);

    @Test
    void givesTheSamePolicyAsLongAsNothingChanges() {
        String id = windows.put(ALLOW);
        Policy first = reader.get();

        assertThat(reader.get()).isSameAs(first);

        windows.local.put(id, ALLOW.replace("TRUE", "FALSE"));
        Policy changed = reader.get();
        assertThat(changed).isNotSameAs(first);
        assertThat(changed.rules()).noneMatch(stored -> stored.rule().active());
        assertThat(reader.get()).isSameAs(changed);

        settings.set(PolicyStore.LOCAL, "StandardProfile", "EnableFirewall", "0");
        assertThat(reader.get()).isNotSameAs(changed);
    }

    @Test
    void knowsAgainWhatCouldNotBeReadForAWhile() {
        windows.put(ALLOW);
        reader.get();
        windows.unreadable = true;

        assertThat(reader.get().rules(PolicyStore.LOCAL).complete()).isFalse();

        windows.unreadable = false;
        assertThat(reader.get().rules()).hasSize(1);
    }

    @Test
    void tellsWhatWouldHoldWithARuleAndWithoutAnother() {
        String block = windows.put(ALLOW.replace("Allow", "Block"));
        FirewallRule allow = FirewallRule.decode(ALLOW);
        Policy policy = reader.get();

        assertThat(answer(policy.with(List.of(allow)))).isEqualTo(Verdict.Answer.BLOCKED);
        assertThat(answer(policy.with(List.of(allow)).without(List.of(block))))
                .isEqualTo(Verdict.Answer.ALLOWED);
        assertThat(policy.rules()).hasSize(1);
    }

    private static Verdict.Answer answer(Policy policy) {
        return new Judge(policy).judge(QUESTION).answer();
    }
}
