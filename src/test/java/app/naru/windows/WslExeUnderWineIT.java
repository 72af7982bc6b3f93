package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running wsl.exe on a Windows Java, with the stand-in. */
final class WslExeUnderWineIT {

    private static final String LIST = "--list\t--running\t--quiet";

    @TempDir private Path folder;

    @Test
    void readsItInEveryEncodingAndNeverHangs() throws Exception {
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("wsl.reg"));
        List<List<String>> printed =
                wine.probe(
                        run("NARU_WSL_RUNNING=Ubuntu,나루터", LIST),
                        run("NARU_WSL_RUNNING=Ubuntu,나루터;NARU_WSL_MODE=old", LIST),
                        run("NARU_WSL_RUNNING=Ubuntu,나루터;NARU_WSL_MODE=mark", LIST),
                        run("NARU_WSL_RUNNING=Ubuntu,나루터;NARU_WSL_MODE=mark;WSL_UTF8=0", LIST),
                        run("NARU_WSL_MODE=fail;NARU_WSL_LANGUAGE=ko", LIST),
                        run("NARU_WSL_MODE=fail;NARU_WSL_LANGUAGE=ko;WSL_UTF8=0", LIST),
                        run("NARU_WSL_LANGUAGE=ko;NARU_WSL_MODE=old", "-d\tArch\t-e\tcat"),
                        Wine.step("wslRun", "NARU_WSL_MODE=absent", "1500", LIST),
                        Wine.step("wslRun", "NARU_WSL_MODE=hang", "500", LIST),
                        Wine.step("wslRun", "NARU_WSL_MODE=flood", "2000", LIST));
        for (List<String> names : printed.subList(0, 4)) {
            assertThat(names).contains("code 0", "own [Ubuntu, 나루터]");
        }
        for (List<String> failure : printed.subList(4, 6)) {
            assertThat(failure)
                    .contains("code -1", "failed wsl.exe: Wsl/Service/CreateVm/HCS/0x80370102");
        }
        assertThat(printed.get(6)).contains("failed wsl.exe: 제공된 이름의 배포가 없습니다.");
        assertThat(printed.get(7)).contains("failed wsl.exe did not end within 1500 ms");
        assertThat(millis(printed.get(7))).isBetween(1_500L, 5_000L);
        assertThat(printed.get(8)).contains("failed wsl.exe did not end within 500 ms");
        assertThat(printed.get(9).getFirst()).startsWith("failed wsl.exe did not end within");
    }

    @Test
    void looksIntoRunningDistributionsAndStartsNone() throws Exception {
        Path log = folder.resolve("wsl.log");
        Files.createDirectories(folder.resolve("Ubuntu"));
        Files.writeString(folder.resolve("Ubuntu").resolve("wslinfo"), "nat\n");
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("wsl.reg"));
        String here =
                "NARU_WSL_LOG=%s;NARU_WSL_FOLDER=%s"
                        .formatted(Wine.windowsPath(log), Wine.windowsPath(folder));
        List<List<String>> printed =
                wine.probe(
                        Wine.step("wslInside", here),
                        Wine.step("wslInside", here + ";NARU_WSL_MODE=prose"),
                        Wine.step("wslInside", here + ";NARU_WSL_RUNNING=Ubuntu,docker-desktop"));
        assertThat(printed.get(0)).contains("running []");
        assertThat(printed.get(1)).contains("running []");
        assertThat(printed.get(2)).contains("running [Ubuntu]", "mode Optional[NAT]");
        assertThat(Files.readString(log))
                .contains("-d Ubuntu -e cat ")
                .doesNotContain("started")
                .doesNotContain("-d docker-desktop");
    }

    @Test
    void holdsADistributionAndLetsItGo() throws Exception {
        Path log = folder.resolve("wsl.log");
        String here = "NARU_WSL_LOG=" + Wine.windowsPath(log);
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("wsl.reg"));
        List<List<String>> printed =
                wine.probe(
                        Wine.step("wslHold", here, "Ubuntu", "20000"),
                        Wine.step("wslHold", here, "Arch", "20000"),
                        Wine.step("wslHold", here + ";NARU_WSL_MODE=hang", "Ubuntu", "500"),
                        Wine.step("wslHold", here, "a b\" --shutdown", "500"));
        assertThat(printed.get(0)).containsExactly("alive true", "alive false");
        assertThat(printed.get(1))
                .containsExactly("failed wsl.exe: Wsl/Service/WSL_E_DISTRO_NOT_FOUND");
        assertThat(printed.get(2)).singleElement().asString().contains("did not start within");
        assertThat(printed.get(3)).singleElement().asString().startsWith("failed WSL has no way");
        assertThat(Files.readString(log).lines()).contains("started Ubuntu").hasSize(4);
    }

    private static String run(String environment, String arguments) {
        return Wine.step("wslRun", environment, "20000", arguments);
    }

    private static long millis(List<String> printed) {
        return Long.parseLong(printed.getLast().substring("millis ".length()));
    }
}
