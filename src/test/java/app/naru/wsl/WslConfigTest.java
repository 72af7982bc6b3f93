package app.naru.wsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WslConfigTest {

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("", null),
                arguments("[wsl2]\nnetworkingMode=mirrored\n", NetworkingMode.MIRRORED),
                arguments("[wsl2]\r\nnetworkingMode=NAT\r\n", NetworkingMode.NAT),
                arguments("\ufeff[wsl2]\nnetworkingMode=none", NetworkingMode.NONE),
                arguments("[WSL2]\nNETWORKINGMODE = Mirrored", NetworkingMode.MIRRORED),
                arguments("[wsl2]\nnetworkingMode=virtioproxy", NetworkingMode.CONSOMME),
                arguments("[wsl2]\nnetworkingMode=VirtioProxy", NetworkingMode.CONSOMME),
                arguments("[wsl2]\nnetworkingMode=consomme", NetworkingMode.CONSOMME),
                arguments("[wsl2]\nnetworkingMode=bridged", NetworkingMode.BRIDGED),
                arguments("[wsl2]\nnetworkingMode=sideways", null),
                arguments("[wsl2]\nnetworkingMode=", null),
                arguments("networkingMode=mirrored", null),
                arguments("[boot]\nnetworkingMode=mirrored", null),
                arguments("[experimental]\nnetworkingMode=mirrored", NetworkingMode.MIRRORED),
                arguments("[wsl2]\n# networkingMode=mirrored", null),
                arguments("[wsl2] # mine\nnetworkingMode=mirrored # yes", NetworkingMode.MIRRORED),
                arguments("[wsl2]\nnetworkingMode=\"mirrored\"", NetworkingMode.MIRRORED),
                arguments("[wsl2]\nnetworkingMode=\"mirrored", null),
                arguments("[wsl2]\nnetworkingMode=mirr\\\nored", NetworkingMode.MIRRORED),
                arguments("[wsl2]\nkernel=C:\\\\k\nnetworkingMode=nat", NetworkingMode.NAT),
                arguments("[wsl2]\nkernel=C:\\x\nnetworkingMode=nat", NetworkingMode.NAT),
                arguments(
                        "[wsl2]\nnetworkingMode=nat\nnetworkingMode=mirrored", NetworkingMode.NAT),
                arguments(
                        "[experimental]\nnetworkingMode=none\n[wsl2]\nnetworkingMode=nat",
                        NetworkingMode.NONE),
                arguments("[wsl2]\nrubbish\n=\n[\nnetworkingMode=none", NetworkingMode.NONE));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsTheModeAsWslDoes(String text, @Nullable NetworkingMode mode) {
        assertThat(WslConfig.parse(text).networkingMode()).isEqualTo(Optional.ofNullable(mode));
    }

    @Test
    void nothingInAFileRaisesAnything() {
        Random random = new Random(7);
        String characters = "[]wsl2=\\\"#\n\r\t \ufeffnetworkingMode";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("[wsl2]\nnetworkingMode");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(WslConfig.parse(text.toString())).isNotNull();
        }
    }
}
