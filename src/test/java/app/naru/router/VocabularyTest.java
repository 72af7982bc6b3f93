package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "11.0.0.2, PUBLIC",
        "203.0.113.9, PUBLIC",
        "10.99.0.2, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "192.168.0.1, PRIVATE",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, CARRIER",
        "100.127.255.255, CARRIER",
        "100.128.0.0, PUBLIC",
        "192.0.0.2, CARRIER",
        "0.0.0.0, NONE",
        "127.0.0.1, NONE",
        "169.254.1.1, NONE",
        "224.0.0.1, NONE",
        "255.255.255.255, NONE"
    })
    void tellsTheKindOfAnAddress(String address, AddressKind kind) {
        assertThat(AddressKind.of(Optional.of(Address.parse(address)))).isEqualTo(kind);
        assertThat(AddressKind.of(Optional.empty())).isEqualTo(AddressKind.NONE);
    }

    @Test
    void asksForTheSameOtherPortsEachTime() {
        assertThat(ExternalPorts.insteadOf(new Port(8000)))
                .extracting(Port::number)
                .containsExactly(18000, 28000, 38000, 48000, 58000);
    }

    @Test
    void theOtherPortsAreNeverLow() {
        for (int port = 1; port <= Port.MAX; port++) {
            assertThat(ExternalPorts.insteadOf(new Port(port)))
                    .doesNotHaveDuplicates()
                    .doesNotContain(new Port(port))
                    .allMatch(other -> other.number() >= 1024);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, 105, 5, false",
        "100, 0, 3, 5, true",
        "100, 0, 98, 1, true",
        "3, 0, 2, 5, true",
        "1, 0, 1, 1, false",
        "100, 0, 1690, 1600, false",
        "100, 0, 900, 5, true"
    })
    void seesAnEpochThatWentBack(long before, long beforeAt, long now, long nowAt, boolean lost) {
        EpochSeen earlier = new EpochSeen(before, Instant.ofEpochSecond(beforeAt));
        assertThat(new EpochSeen(now, Instant.ofEpochSecond(nowAt)).lostSince(earlier))
                .isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"My server, Naru My server", "장고, Naru", "a<b>&c, Naru abc", "'', Naru"})
    void marksItsMappingsInPlainLetters(String name, String description) {
        MappingRequest request = MappingRequest.of(Protocol.TCP, new Port(8000), name);
        assertThat(request.description()).isEqualTo(description);
        assertThat(entry(request.description()).marked()).isTrue();
    }

    @Test
    void takesNoOtherProgramsMappingForNarus() {
        assertThat(entry("Narumi").marked()).isFalse();
        assertThat(entry("").marked()).isFalse();
        assertThat(entry("Naru x").ours("192.168.1.9")).isFalse();
        assertThat(entry("Naru x").ours("192.168.1.8")).isTrue();
    }

    private static MappedPort entry(String description) {
        return new MappedPort(Protocol.TCP, 8000, "192.168.1.8", 8000, description, 3600, true);
    }
}
