package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Elevation.Ending;
import app.naru.firewall.PortProxyEntry.Family;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortProxyCommandsTest {

    @TempDir Path folder;
    private Terminal terminal;
    private final Map<String, String> entries =
            new TreeMap<>(
                    Map.of(
                            "0.0.0.0/8000", "10.0.0.9/80",
                            "0.0.0.0/9000", "127.0.0.1/9000"));
    private final WrittenDownFirewall firewall =
            new WrittenDownFirewall()
                    .portProxies(
                            family -> family == Family.V4TOV4 ? Map.copyOf(entries) : Map.of());

    @BeforeEach
    void onWindows() {
        terminal = new Terminal(folder);
        terminal.with(firewall);
        firewall.answering(arguments -> {
            if (arguments.contains("delete")) {
                entries.remove("0.0.0.0/8000");
            } else {
                entries.put("0.0.0.0/8000", "10.0.0.9/80");
            }
            return new Ending.Exited(0);
        });
    }

    @Test
    void namesEachEntryAndTheOneThatLeadsToItself() {
        assertThat(terminal.run("portproxy")).isZero();

        assertThat(terminal.out().lines())
                .containsExactly(
                        "Windows' own port proxy takes what arrives at 0.0.0.0:8000 and passes it to"
                                + " 10.0.0.9:80.",
                        "Windows' own port proxy takes what arrives at 0.0.0.0:9000 and passes it to"
                                + " 127.0.0.1:9000, which comes back to itself: nobody ever gets an"
                                + " answer there.");
    }

    @Test
    void writesThemAsJson() throws Exception {
        assertThat(terminal.run("portproxy", "--json")).isZero();

        JsonNode all = new ObjectMapper().readTree(terminal.out());
        assertThat(all.findValuesAsText("listen")).containsExactly("0.0.0.0:8000", "0.0.0.0:9000");
        assertThat(all.findValuesAsText("loop")).containsExactly("false", "true");
    }

    @Test
    void anEntryBecomesAForwardAndIsMadeAgainOnRequest() throws Exception {
        assertThat(terminal.run("portproxy", "import", "8000")).isZero();

        assertThat(entries).containsOnlyKeys("0.0.0.0/9000");
        assertThat(new Settings(new SettingsFolder(folder), Clock.systemUTC()).forwards())
                .singleElement()
                .returns(false, SavedForward::on)
                .satisfies(saved -> {
                    assertThat(saved.forward().ports()).hasToString("8000");
                    assertThat(saved.forward().target()).hasToString("10.0.0.9:80");
                });

        assertThat(terminal.run("firewall", "undo")).isZero();
        assertThat(entries).containsEntry("0.0.0.0/8000", "10.0.0.9/80");
    }

    @Test
    void aNoLeavesEverythingAsItWas() throws Exception {
        firewall.answering(arguments -> new Ending.Declined());

        assertThat(terminal.run("portproxy", "import", "8000")).isOne();

        assertThat(entries).hasSize(2);
        assertThat(new Settings(new SettingsFolder(folder), Clock.systemUTC()).forwards())
                .isEmpty();
    }

    @Test
    void aPortWithoutAnEntryIsSaidToHaveNone() {
        assertThat(terminal.run("portproxy", "import", "80")).isOne();

        assertThat(terminal.err()).contains("no entry at port 80");
    }

    @Test
    void openingNamesTheEntryInTheWayAndRemovesItOnlyOnRequest() {
        assertThat(terminal.run("open", "8000", "--dry-run")).isZero();
        assertThat(terminal.out())
                .contains("In the way: Windows' own port proxy takes what arrives at 0.0.0.0:8000")
                .contains("With --remove-portproxy")
                .doesNotContain("portproxy delete");

        assertThat(terminal.run("open", "8000", "--dry-run", "--remove-portproxy")).isZero();
        assertThat(terminal.out()).contains("netsh interface portproxy delete v4tov4");
        assertThat(firewall.ran).isEmpty();
    }
}
