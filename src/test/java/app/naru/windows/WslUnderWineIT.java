package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WSL as a Windows Java reads it from a registry. */
final class WslUnderWineIT {

    @Test
    void readsDistrosAddressAndMode(@TempDir Path home) throws Exception {
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("wsl.reg"));
        Path config = Files.writeString(home.resolve(".wslconfig"), "[wsl2]\nnetworkingMode=nat\n");
        assertThat(wine.probe("wsl\t" + Wine.windowsPath(config)).getFirst())
                .singleElement()
                .asString()
                .contains(
                        "storeVersion=Optional[2.6.3.0]",
                        "name=Ubuntu, version=2, isDefault=true",
                        "name=Debian, version=1, isDefault=false",
                        "running=true, mode=NAT, natAddress=Optional[/172.28.185.15]")
                .doesNotContain("docker-desktop");
    }
}
