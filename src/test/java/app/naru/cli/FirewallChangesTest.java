package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Elevation.Ending;
import app.naru.firewall.PolicyStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code naru firewall add}, {@code remove}, {@code disable} and {@code undo}. */
final class FirewallChangesTest {

    private static final String OWN =
            "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|RA4=LocalSubnet"
                    + "|RA6=LocalSubnet|Name=Naru - Blog|";

    @TempDir Path folder;
    private Terminal terminal;
    private final WrittenDownFirewall firewall = WrittenDownFirewall.ofThisPc();

    @BeforeEach
    void onWindows() {
        terminal = new Terminal(folder);
        terminal.with(firewall);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--name Blog --port 8000;"
                        + "\"Naru - Blog\" dir=in action=allow protocol=tcp localport=8000"
                        + " remoteip=localsubnet profile=any",
                "--name Naru·-·Blog --in --allow --port 80,8000-8010 --protocol udp --remote any"
                        + " --profiles private,domain --description For·me;"
                        + "\"Naru - Blog\" dir=in action=allow protocol=udp"
                        + " localport=80,8000-8010 remoteip=any profile=domain,private"
                        + " description=\"For me\"",
                "--name Game --out --block --program C:\\g\\game.exe;"
                        + "\"Naru - Game\" dir=out action=block program=C:\\g\\game.exe"
                        + " protocol=any remoteip=any profile=any",
                "--name 차단 --out --block --remote 203.0.113.0/24,2001:db8::/32;"
                        + "\"Naru - 차단\" dir=out action=block protocol=any"
                        + " remoteip=203.0.113.0/24,2001:db8::/32 profile=any",
                "--name Ping --in --allow --protocol icmpv6;"
                        + "\"Naru - Ping\" dir=in action=allow protocol=icmpv6"
                        + " remoteip=localsubnet profile=any",
                "--name DNS --out --block --protocol udp --remote-port 53;"
                        + "\"Naru - DNS\" dir=out action=block protocol=udp remoteport=53"
                        + " remoteip=any profile=any"
            })
    void aDryRunShowsTheExactCommandAndTouchesNothing(String arguments, String command) {
        Terminal anywhere = new Terminal(folder);

        int code = anywhere.run(words("firewall add --dry-run " + arguments));

        assertThat(code).as(anywhere.err()).isZero();
        assertThat(anywhere.out())
                .contains("  netsh advfirewall firewall add rule name=" + command + "\n")
                .endsWith("Nothing was changed.\n");
        assertThat(anywhere.timesOpened()).isZero();
    }

    /** A dot in the middle stands for a space within a word. */
    private static String[] words(String line) {
        return Arrays.stream(line.split(" ", -1))
                .map(word -> word.replace('·', ' '))
                .toArray(String[]::new);
    }

    @Test
    void elsewhereThanOnWindowsARuleIsShownAndNotMade() {
        Terminal linux = new Terminal(folder, Locale.KOREAN);

        assertThat(linux.run("firewall", "add", "--name", "Blog", "--port", "8000")).isOne();
        assertThat(linux.out()).contains("netsh advfirewall firewall add rule");
        assertThat(linux.err()).contains("Windows Defender 방화벽이 없어 규칙을");
    }

    @Test
    void makesARuleWithNarusMark() {
        firewall.answering(arguments -> {
            firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
            return new Ending.Exited(0);
        });

        assertThat(terminal.run("firewall", "add", "--name", "Blog", "--port", "8000")).isZero();

        assertThat(terminal.out()).contains("Done: the firewall rule \"Naru - Blog\"");
        assertThat(firewall.ran)
                .containsExactly(
                        "NETSH advfirewall firewall add rule name=Naru - Blog dir=in action=allow"
                                + " protocol=tcp localport=8000 remoteip=localsubnet profile=any");
    }

    @Test
    void aDeclinedPromptIsTold() {
        firewall.answering(arguments -> new Ending.Declined());

        assertThat(terminal.run("firewall", "add", "--name", "Blog", "--port", "8000")).isOne();
        assertThat(terminal.err()).contains("Windows asked for your consent and got a no.");
    }

    @Test
    void removesARuleOfNarusOwn() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
        firewall.answering(arguments -> {
            firewall.gone(PolicyStore.LOCAL, "{9}");
            return new Ending.Exited(0);
        });

        assertThat(terminal.run("firewall", "remove", "--name", "Naru - Blog")).isZero();

        assertThat(firewall.ran)
                .containsExactly(
                        "NETSH advfirewall firewall delete rule name=Naru - Blog dir=in protocol=6"
                                + " localport=8000");
        assertThat(terminal.out()).contains("Done: the firewall rule \"Naru - Blog\"");
    }

    @Test
    void showsWhatRemovingWouldRun() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN);

        assertThat(terminal.run("firewall", "remove", "--name", "Blog", "--dry-run")).isZero();

        assertThat(terminal.out())
                .isEqualTo(
                        "  netsh advfirewall firewall delete rule name=\"Naru - Blog\" dir=in"
                                + " protocol=6 localport=8000\nNothing was changed.\n");
        assertThat(firewall.ran).isEmpty();
    }

    @Test
    void removesNoRuleOfAnyoneElse() {
        assertThat(terminal.run("firewall", "remove", "--name", "RDP")).isZero();

        assertThat(firewall.ran).isEmpty();
        assertThat(terminal.out()).contains("Nothing to do: the firewall rule \"Naru - RDP\"");
    }

    @Test
    void leavesARuleAloneThatIsCalledAlmostTheSame() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN.replace("Naru - Blog", "NARU - Blog"));

        assertThat(terminal.run("firewall", "remove", "--name", "Blog")).isOne();

        assertThat(firewall.ran).isEmpty();
        assertThat(terminal.err()).contains("\"NARU - Blog\", which is not Naru's to change");
    }

    @Test
    void turnsARuleOffAndUndoesIt() {
        firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
        firewall.answering(arguments -> {
            String active = arguments.contains("enable=no") ? "FALSE" : "TRUE";
            firewall.rule(PolicyStore.LOCAL, "{9}", OWN.replace("TRUE", active));
            return new Ending.Exited(0);
        });

        assertThat(terminal.run("firewall", "disable", "--name", "Blog")).isZero();
        assertThat(terminal.run("firewall", "disable", "--name", "Blog")).isZero();
        assertThat(terminal.out())
                .contains("netsh advfirewall firewall set rule name=\"Naru - Blog\" new enable=no")
                .contains("Nothing to do: the firewall rule \"Naru - Blog\"");
        assertThat(terminal.run("firewall", "undo")).isZero();

        assertThat(firewall.ran)
                .containsExactly(
                        "NETSH advfirewall firewall set rule name=Naru - Blog dir=in protocol=6"
                                + " localport=8000 new enable=no",
                        "NETSH advfirewall firewall set rule name=Naru - Blog dir=in protocol=6"
                                + " localport=8000 new enable=yes");
        assertThat(terminal.out()).contains("Taken back: the firewall rule \"Naru - Blog\"");
    }

    @Test
    void undoesWhatWasMadeAndWhatWasRemovedTheLastFirst() {
        firewall.answering(arguments -> {
            if (arguments.contains("add")) {
                firewall.rule(PolicyStore.LOCAL, "{9}", OWN);
            } else {
                firewall.gone(PolicyStore.LOCAL, "{9}");
            }
            return new Ending.Exited(0);
        });
        terminal.run("firewall", "add", "--name", "Blog", "--port", "8000");
        terminal.run("firewall", "remove", "--name", "Blog");

        assertThat(terminal.run("firewall", "undo", "--dry-run")).isZero();
        assertThat(terminal.run("firewall", "undo")).isZero();
        assertThat(terminal.run("firewall", "undo")).isZero();
        assertThat(terminal.run("firewall", "undo")).isZero();

        assertThat(firewall.ran)
                .extracting(command -> command.split(" ")[3])
                .containsExactly("add", "delete", "add", "delete");
        assertThat(terminal.out())
                .contains("The last change was: Remove the firewall rule \"Naru - Blog\"")
                .endsWith("There is nothing to take back.\n");
    }

    @Test
    void aRuleThatDoesNotExistIsNotTurnedOn() {
        assertThat(terminal.run("firewall", "enable", "--name", "Blog")).isOne();

        assertThat(terminal.err()).contains("There is nothing to change");
        assertThat(firewall.ran).isEmpty();
    }
}
