package app.naru.wsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WslOutputTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ubuntu\r\nDebian\r\n", "나루터\r\n", "나루터", "", "우분투 22.04", "a"})
    void tellsTheEncodingsApart(String text) throws Exception {
        assertThat(own(bytes(StandardCharsets.UTF_16LE, text))).isEqualTo(text);
        assertThat(own(bytes(StandardCharsets.UTF_8, text))).isEqualTo(text);
        assertThat(own(bytes(StandardCharsets.UTF_16LE, "\ufeff" + text))).isEqualTo(text);
        assertThat(own(bytes(StandardCharsets.UTF_8, "\ufeff" + text))).isEqualTo(text);
    }

    @Test
    void takesTheErrorsMarkOutOfWordsInAnyLanguage() {
        String korean = "가상 머신을 시작할 수 없습니다.\r\n오류 코드: Wsl/Service/CreateVm/HCS/0x80370102\r\n";
        assertThatThrownBy(() -> failed(StandardCharsets.UTF_16LE, korean).own())
                .isInstanceOf(WslOutput.WslRefused.class)
                .hasMessage("wsl.exe: Wsl/Service/CreateVm/HCS/0x80370102");
        assertThatThrownBy(() -> failed(StandardCharsets.UTF_8, korean).linux())
                .hasMessage("wsl.exe: Wsl/Service/CreateVm/HCS/0x80370102");
    }

    @Test
    void anErrorWithoutAMarkIsToldInItsFirstWords() {
        assertThatThrownBy(() ->
                        failed(StandardCharsets.UTF_16LE, "제공된 이름의\r\n배포가 없습니다." + "말".repeat(500))
                                .own())
                .hasMessageStartingWith("wsl.exe: 제공된 이름의 배포가 없습니다.")
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(220));
    }

    @Test
    void aProgramsFailureIsNotOneOfWsl() throws Exception {
        WslOutput output = new WslOutput(1, "없음\n".getBytes(StandardCharsets.UTF_8));
        assertThat(output.linux()).isEqualTo("없음\n");
    }

    @Test
    void anyBytesAreSomeText() throws Exception {
        Random random = new Random(77);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(own(bytes)).hasSizeLessThanOrEqualTo(40);
        }
    }

    private static String own(byte[] bytes) throws Exception {
        return new WslOutput(0, bytes).own();
    }

    private static WslOutput failed(Charset charset, String text) {
        return new WslOutput(WslOutput.FAILED, bytes(charset, text));
    }

    private static byte[] bytes(Charset charset, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(charset));
        return out.toByteArray();
    }
}
