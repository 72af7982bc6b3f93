package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Elevation.Ending;
import app.naru.firewall.PolicyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirewallScriptCommandsTest {

    private static final String ADD = "netsh advfirewall firewall add rule ";

    @TempDir Path folder;
    private Terminal terminal;
    private final WrittenDownFirewall firewall =
            new WrittenDownFirewall()
                    .rule(
                            PolicyStore.LOCAL,
                            "{1}",
                            "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|Name=규칙 하나|")
                    .rule(
                            PolicyStore.LOCAL,
                            "{2}",
                            "v2.33|Action=Block|Active=TRUE|Dir=Out|App=C:\\g.exe|Name=Naru - g|")
                    .rule(
                            PolicyStore.LOCAL,
                            "{3}",
                            "v2.33|Action=Allow|Active=TRUE|Dir=Out|PFN=a_1|Name=app|")
                    .rule(PolicyStore.GROUP_POLICY, "{4}", "v2.33|Action=Block|Dir=In|Name=p|");

    @BeforeEach
    void onWindows() {
        terminal = new Terminal(folder);
        terminal.with(firewall);
    }

    @Test
    void theRulesOfThisPcAreWrittenAsABatchFile() {
        assertThat(terminal.run("firewall", "export")).isZero();

        assertThat(terminal.out().lines())
                .endsWith(
                        ADD
                                + "name=\"규칙 하나\" dir=in action=allow protocol=tcp localport=8000"
                                + " profile=any enable=yes",
                        ADD
                                + "name=\"Naru - g\" dir=out action=block program=C:\\g.exe"
                                + " protocol=any profile=any enable=yes");
        assertThat(terminal.err())
                .contains("Left out: \"app\". netsh has no word for PFN.")
                .doesNotContain("\"p\"");
        assertThat(firewall.ran).isEmpty();
    }

    @Test
    void orAsPowerShellIntoAFile() throws IOException {
        Path file = folder.resolve("rules.ps1");

        assertThat(
                        terminal.run(
                                "firewall",
                                "export",
                                "--format",
                                "PowerShell",
                                "--ours",
                                "--output",
                                file.toString()))
                .isZero();

        assertThat(terminal.out()).contains("1 rules are in " + file);
        assertThat(Files.readString(file))
                .startsWith("\uFEFF#Requires")
                .contains("-DisplayName 'Naru - g'")
                .doesNotContain("규칙");
    }

    @Test
    void aFormatThatIsNoneIsRefused() {
        assertThat(terminal.run("firewall", "export", "--format", "json")).isEqualTo(2);

        assertThat(terminal.err()).contains("\"json\" is no format. Write netsh or powershell.");
    }

    @Test
    void whatWasExportedIsMadeAgainWithNarusMark() throws IOException {
        Path file = folder.resolve("rules.cmd");
        Files.writeString(
                file,
                "@echo off\r\n"
                        + ADD
                        + "name=web dir=in action=allow protocol=tcp localport=80\r\n");
        firewall.answering(arguments -> {
            firewall.rule(
                    PolicyStore.LOCAL,
                    "{9}",
                    "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=80|Name=Naru - web|");
            return new Ending.Exited(0);
        });

        assertThat(terminal.run("firewall", "import", file.toString())).isZero();

        assertThat(terminal.out())
                .contains("Lets any device reach any program on TCP port 80")
                .contains(ADD + "name=\"Naru - web\"")
                .contains("Done: the firewall rule \"Naru - web\".");
        assertThat(firewall.ran).hasSize(1);
        assertThat(terminal.run("firewall", "undo", "--dry-run")).isZero();
        assertThat(terminal.out()).contains("Naru - web");
    }

    @Test
    void aDryRunOnlyShowsIt() throws IOException {
        Path file = folder.resolve("rules.cmd");
        Files.writeString(file, ADD + "name=web dir=in action=block");

        assertThat(terminal.run("firewall", "import", file.toString(), "--dry-run")).isZero();

        assertThat(terminal.out()).contains("Keeps any device from reaching any program");
        assertThat(firewall.ran).isEmpty();
    }

    @Test
    void aLineThatIsNotUnderstoodStopsAllOfIt() throws IOException {
        Path file = folder.resolve("rules.txt");
        Files.writeString(
                file,
                ADD
                        + "name=web dir=in action=block\nnetsh advfirewall reset\n"
                        + "v2.10|Action=Allow|Dir=In|PFN=a_1|Name=app|\n");

        assertThat(terminal.run("firewall", "import", file.toString())).isEqualTo(2);

        assertThat(terminal.err())
                .contains("Line 2: \"netsh advfirewall reset\" does not make a firewall rule")
                .contains("Line 3: The rule \"app\" has conditions that no rule of Naru has.")
                .contains("Nothing was made");
        assertThat(firewall.ran).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(terminal.run("firewall", "import", folder.resolve("none").toString())).isOne();

        assertThat(terminal.err()).contains("none");
    }
}
