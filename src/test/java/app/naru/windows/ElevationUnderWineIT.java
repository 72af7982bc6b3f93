package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting netsh as administrator, on a Windows Java with the stand-in netsh. */
final class ElevationUnderWineIT {

    private static final String NOTHING_MATCHES =
            "advfirewall\tfirewall\tdelete\trule\tname=Naru - nothing of that name\tdir=in";

    @TempDir private Path folder;
    private Wine wine;
    private Path log;

    @BeforeEach
    void setUp() throws Exception {
        log = folder.resolve("netsh.log");
        wine = Wine.lab().with("NARU_NETSH_LOG", Wine.windowsPath(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"runas", "plain"})
    void tellsTheExitCode(String how) throws Exception {
        List<List<String>> printed =
                wine.probe(
                        Wine.step("elevate", how, "30000", NOTHING_MATCHES),
                        Wine.step(
                                "elevate",
                                how,
                                "30000",
                                "advfirewall\tfirewall\tshow\trule\tname"));
        assertThat(printed.get(0)).contains("ending Exited[code=1]");
        assertThat(printed.get(1)).contains("ending Exited[code=1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runas", "plain"})
    void givesUpAtTheLimit(String how) throws Exception {
        List<String> printed =
                wine.with("NARU_NETSH_MODE", "hang")
                        .probe(Wine.step("elevate", how, "500", NOTHING_MATCHES))
                        .getFirst();
        assertThat(printed).contains("ending TimedOut[]");
    }

    @Test
    void tellsWhyAProgramDidNotStart() throws Exception {
        assertThat(wine.probe("startMissing").getFirst()).containsExactly("Refused[error=3]");
    }

    @Test
    void neverStartsATooLongCommandLine() throws Exception {
        List<String> printed =
                wine.probe(Wine.step("elevate", "runas", "30000", "a".repeat(2_001))).getFirst();
        assertThat(printed).contains("ending NotStarted[error=206]");
        assertThat(log).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runas", "plain"})
    void netshGetsTheArgumentsAsTheyAre(String how) throws Exception {
        wine.probe(
                Wine.step(
                        "elevate",
                        how,
                        "30000",
                        "advfirewall",
                        "firewall",
                        "delete",
                        "rule",
                        "name=Naru - 한글 & 50% ^ (x)",
                        "program=C:\\Program Files\\a b\\x.exe"));
        assertThat(Files.readString(log).lines().toList())
                .singleElement()
                .asString()
                .endsWith(
                        " advfirewall firewall delete rule \"name=Naru - 한글 & 50% ^ (x)\""
                                + " \"program=C:\\Program Files\\a b\\x.exe\"");
    }

    @Test
    void argumentsComeApartAsTheyWere() throws Exception {
        String[] arguments = {
            "plain",
            "with space",
            "",
            "quote\"inside",
            "back\\slash",
            "ends with \\",
            "ends\\",
            "\\\"",
            "\\\\\" \\\\",
            "name=나루 - & | < > ^ % ! ( )",
            "trailing quote\""
        };
        List<String> printed = wine.probe(Wine.step("comesApart", Wine.step(arguments))).getFirst();
        assertThat(printed).containsExactly(arguments);
    }
}
