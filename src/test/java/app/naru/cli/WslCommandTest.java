package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code naru wsl}. */
final class WslCommandTest {

    private static final Wsl UBUNTU =
            new Wsl(
                    Optional.of("2.5.7.0"),
                    List.of(
                            new Distro("{1}", "Ubuntu", 2, true),
                            new Distro("{2}", "Old", 1, false)),
                    true,
                    NetworkingMode.MIRRORED,
                    Optional.of(Address.parse("172.22.0.2")));

    @TempDir Path folder;

    @Test
    void hasTheDocumentedFields() {
        Terminal terminal = new Terminal(folder);
        terminal.with(() -> UBUNTU);

        assertThat(terminal.run("wsl", "--json")).isZero();
        assertThat(terminal.out().strip())
                .isEqualTo(
                        "{\"installed\":true,\"storeVersion\":\"2.5.7.0\",\"running\":true,"
                                + "\"mode\":\"mirrored\",\"natAddress\":\"172.22.0.2\",\"distros\":["
                                + "{\"id\":\"{1}\",\"name\":\"Ubuntu\",\"version\":2,\"default\":true},"
                                + "{\"id\":\"{2}\",\"name\":\"Old\",\"version\":1,\"default\":false}]}");
    }

    @Test
    void saysItInWords() {
        Terminal terminal = new Terminal(folder);
        terminal.with(() -> UBUNTU);

        assertThat(terminal.run("wsl")).isZero();
        assertThat(terminal.out().lines())
                .containsExactly(
                        "Ubuntu (WSL 2), the default",
                        "Old (WSL 1)",
                        "WSL is running.",
                        "Address of WSL: 172.22.0.2",
                        "WSL shares the addresses of this PC (mirrored): no relay is needed, but the"
                                + " Hyper-V firewall has to let the port in.");
    }

    @Test
    void elsewhereThanOnWindowsThereIsNone() {
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("wsl", "--json")).isOne();
        assertThat(terminal.err()).contains("WSL exists on Windows only.");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void whatCanNotBeReadIsTold() {
        Terminal terminal = new Terminal(folder);
        terminal.with(() -> {
            throw new IOException("access denied");
        });

        assertThat(terminal.run("wsl")).isOne();
        assertThat(terminal.err()).contains("It did not work: access denied");
    }
}
