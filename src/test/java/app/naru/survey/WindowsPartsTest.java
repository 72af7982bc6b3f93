package app.naru.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.firewall.ExcludedPorts;
import app.naru.firewall.ExcludedRange;
import app.naru.firewall.FirewallProduct;
import app.naru.firewall.FirewallState;
import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.wsl.WslInside;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class WindowsPartsTest {

    private static final ExcludedPorts EXCLUDED =
            new ExcludedPorts(List.of(new ExcludedRange(50_000, 50_059, true)), List.of());

    @Test
    void eachPartIsKnownOrUnknownByItself() {
        Situation situation =
                look(
                        WindowsParts.of(
                                () -> {
                                    throw new IOException("wsl.exe: Wsl/Service/0x8007274c");
                                },
                                () -> Map.of(WindowsService.FIREWALL, ServiceState.RUNNING),
                                () -> List.of(FirewallProduct.listed("Some Shield", 0x61100)),
                                () -> EXCLUDED,
                                WindowsPartsTest::notLookedAt));
        WindowsFacts windows = situation.windows();
        assertThat(windows.wslInside())
                .isEqualTo(
                        new Fact.Unknown<>(
                                Sentence.of("survey.failed", "wsl.exe: Wsl/Service/0x8007274c")));
        assertThat(windows.services().known().orElseThrow())
                .containsEntry(WindowsService.FIREWALL, ServiceState.RUNNING);
        assertThat(windows.otherFirewalls().known().orElseThrow())
                .containsExactly(new FirewallProduct("Some Shield", Optional.of(true)));
        assertThat(windows.excludedPorts().known()).contains(EXCLUDED);
    }

    @Test
    void anotherSystemHasNoneOfThem() {
        Situation linux = Situation.unseen(OperatingSystem.LINUX, 1, Optional.empty());
        assertThat(linux.windows().services())
                .isEqualTo(new Fact.Unknown<>(Sentence.of("survey.windows.notHere")));
        assertThat(linux.wslAddress()).isEmpty();
    }

    @Test
    void whatWasFoundOutStaysForAWhileAndAFailureDoesNot() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        AtomicInteger asked = new AtomicInteger();
        Remembered<Integer> remembered =
                new Remembered<>(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IOException("not now");
                            }
                            return asked.get();
                        },
                        Duration.ofMinutes(1),
                        now::get);
        assertThatThrownBy(remembered::call).hasMessage("not now");
        assertThat(remembered.call()).isEqualTo(2);
        now.set(Instant.EPOCH.plusSeconds(59));
        assertThat(remembered.call()).isEqualTo(2);
        now.set(Instant.EPOCH.plusSeconds(60));
        assertThat(remembered.call()).isEqualTo(3);
    }

    @Test
    void aProductTellsWhetherItIsOn() {
        assertThat(FirewallProduct.listed("a", 0x41000).on()).contains(true);
        assertThat(FirewallProduct.listed("a", 0x40000).on()).contains(false);
        assertThat(FirewallProduct.listed("a", 0x42000).on()).isEmpty();
        assertThat(FirewallProduct.listed("a\u0007b" + "c".repeat(500), 0).name())
                .startsWith("a b")
                .hasSize(100);
    }

    @Test
    void anExcludedPortIsNamedWithItsRange() {
        assertThat(EXCLUDED.around(Protocol.TCP, new Port(50_010)))
                .contains(new ExcludedRange(50_000, 50_059, true));
        assertThat(EXCLUDED.around(Protocol.TCP, new Port(50_060))).isEmpty();
        assertThat(EXCLUDED.around(Protocol.UDP, new Port(50_010))).isEmpty();
    }

    @Test
    void theAddressInsideCountsMoreThanTheRegistrys() {
        Situation situation =
                look(
                        WindowsParts.of(
                                () ->
                                        new WslInside(
                                                List.of("Ubuntu"),
                                                List.of(),
                                                Optional.of(Address.parse("172.20.0.9")),
                                                Optional.empty()),
                                Map::of,
                                List::of,
                                () -> EXCLUDED,
                                WindowsPartsTest::notLookedAt));
        assertThat(situation.wslAddress()).contains(Address.parse("172.20.0.9"));
    }

    private static FirewallState notLookedAt() throws IOException {
        throw new IOException("not looked at");
    }

    private static Situation look(List<Collector<?>> parts) {
        Situation unseen = Situation.unseen(OperatingSystem.WINDOWS, 1, Optional.empty());
        try (Survey survey = new Survey(unseen, parts)) {
            return survey.look();
        }
    }
}
