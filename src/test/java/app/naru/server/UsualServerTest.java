package app.naru.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Audience;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.PortRange;
import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class UsualServerTest {

    private static final Preset OWN =
            new Preset(
                    "0000cafe",
                    new ForwardName("우리 게임"),
                    Protocol.UDP,
                    PortRange.of(7000),
                    new Audience.Internet(),
                    new Lifetime.UntilStopped(),
                    Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "django, TCP, 8000, true, false",
        "flask, TCP, 5000, false, false",
        "vite, TCP, 5173, true, false",
        "node, TCP, 3000, false, false",
        "spring, TCP, 8080, false, false",
        "static, TCP, 8000, false, false",
        "minecraft, TCP, 25565, false, true",
        "minecraft-bedrock, UDP, 19132, false, true",
        "ssh, TCP, 22, false, false",
        "rdp, TCP, 3389, false, false"
    })
    void eachWantsWhatIsUsual(
            String id, Protocol protocol, int port, boolean http, boolean internet) {
        Preset preset = UsualServer.named(id).orElseThrow().preset();

        assertThat(preset.id()).isEqualTo(id);
        assertThat(preset.protocol()).isEqualTo(protocol);
        assertThat(preset.ports()).isEqualTo(PortRange.of(port));
        assertThat(preset.http().isPresent()).isEqualTo(http);
        assertThat(preset.audience() instanceof Audience.Internet).isEqualTo(internet);
        assertThat(preset.lifetime()).isInstanceOf(Lifetime.For.class);
    }

    /** The two places in which a usual port is written down say the same. */
    @ParameterizedTest
    @EnumSource(names = {"DJANGO", "FLASK", "VITE", "NODE", "SPRING", "MINECRAFT", "SSH", "RDP"})
    void thePortIsTheOneOfItsKind(UsualServer server) {
        ServerKind kind = ServerKind.valueOf(server.name());

        assertThat(server.fits(kind)).isTrue();
        assertThat(kind.usualPort()).contains(server.preset().ports().first());
    }

    @Test
    void everyoneNeedsToKnowSomethingInEveryLanguage() {
        for (UsualServer server : UsualServer.values()) {
            for (var language : Texts.LANGUAGES) {
                assertThat(server.notes())
                        .isNotEmpty()
                        .allSatisfy(note -> assertThat(Texts.in(language).say(note)).isNotBlank());
            }
        }
    }

    @Test
    void whatIsOnThePortIsToldFromAnother() {
        assertThat(UsualServer.DJANGO.fits(ServerKind.VITE)).isFalse();
        assertThat(UsualServer.DJANGO.fits(ServerKind.UNKNOWN)).isTrue();
        assertThat(UsualServer.RDP.fits(ServerKind.SSH)).isFalse();
    }

    @Test
    void oneIsFoundByItsIdAndOnesOwnByItsNameToo() {
        assertThat(KnownPreset.find("Minecraft-Bedrock", List.of(OWN)))
                .hasValueSatisfying(
                        found -> assertThat(found.usual()).contains(UsualServer.MINECRAFT_BEDROCK));
        assertThat(KnownPreset.find("우리 게임", List.of(OWN)))
                .hasValueSatisfying(found -> assertThat(found.preset()).isEqualTo(OWN));
        assertThat(KnownPreset.find("0000CAFE", List.of(OWN))).isPresent();
        assertThat(KnownPreset.find("Remote Desktop", List.of(OWN))).isEmpty();
        assertThat(KnownPreset.all(List.of(OWN)))
                .hasSize(UsualServer.values().length + 1)
                .extracting(KnownPreset::preset)
                .endsWith(OWN)
                .startsWith(Arrays.stream(UsualServer.values()).findFirst().get().preset());
    }
}
