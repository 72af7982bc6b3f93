package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built program on a PC of its own, several processes of it at a time. */
final class CommandLineIT {

    private static Lab lab;

    @TempDir Path home;

    @BeforeAll
    static void setUp() throws Exception {
        lab = Lab.up();
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.down();
        }
    }

    private Started naru(String... arguments) throws Exception {
        return Started.naru(home, arguments);
    }

    private void nothingIsLeft(int port) throws Exception {
        assertThat(Lab.listening(port)).isEmpty();
        assertThat(home.resolve("journal")).isEmptyDirectory();
        assertThat(home.resolve("running")).isEmptyDirectory();
    }

    @Test
    void theSampleIsListedFetchedAndClosedByAnotherProcess() throws Exception {
        try (Started open = naru("open", "--sample")) {
            open.awaitOut("Ctrl-C closes it.");
            assertThat(open.out()).contains("Server: Open.");
            assertThat(Lab.fetch(8000)).contains("<h1>It works.</h1>");

            try (Started list = naru("list")) {
                assertThat(list.exitCode()).isZero();
                assertThat(list.out()).contains("8000: open").contains(Lab.PC + ":8000");
            }
            try (Started close = naru("close", "8000")) {
                assertThat(close.exitCode()).as(close.err()).isZero();
                assertThat(close.out()).contains("\"8000\" is closed.");
            }

            assertThat(open.exitCode()).isZero();
            assertThat(open.out()).contains("Another Naru asked to close it.");
        }
        nothingIsLeft(8000);
    }

    @Test
    void itClosesByItselfWhenItsTimeIsOver() throws Exception {
        try (Started open = naru("open", "--sample", "--for", "2s")) {
            assertThat(open.exitCode()).as(open.err()).isZero();
            assertThat(open.out())
                    .contains("The time is over: closing.")
                    .endsWith("Everything is closed again.\n");
        }
        nothingIsLeft(8000);
    }

    @Test
    void whatAKilledProcessLeftIsCleanedUp() throws Exception {
        try (Started open = naru("open", "--sample")) {
            open.awaitOut("Ctrl-C closes it.");
            open.signal("KILL");
            assertThat(open.exitCode()).isNotZero();
        }
        assertThat(home.resolve("journal")).isNotEmptyDirectory();
        assertThat(home.resolve("running")).isNotEmptyDirectory();

        try (Started close = naru("close", "--all")) {
            assertThat(close.exitCode()).as(close.err()).isZero();
            assertThat(close.out()).contains("nothing is left over");
        }
        nothingIsLeft(8000);
    }

    @Test
    void aTakenPortNamesItsProgramAndOffersAnother() throws Exception {
        try (Started other =
                Started.inLan(
                        "/usr/bin/python3", "-u", "-m", "http.server", "8001", "--bind", Lab.PC)) {
            other.awaitOut("Serving HTTP");

            try (Started open = naru("open", "8001", "--to", "9000")) {
                assertThat(open.exitCode()).isOne();
                assertThat(open.err())
                        .containsPattern(
                                "Port 8001 is already used by python3\\S* \\(" + other.pid())
                        .contains("Port 8002 is free.");
            }
        }
        assertThat(home.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void theBareRelayNeedsNoSettings() throws Exception {
        try (Started server =
                        Started.inLan(
                                "/usr/bin/python3",
                                "-u",
                                "-m",
                                "http.server",
                                "8003",
                                "--bind",
                                "127.0.0.1",
                                "--directory",
                                home.toString());
                Started relay =
                        naru("relay", "--listen", Lab.PC + ":8004", "--to", "127.0.0.1:8003")) {
            server.awaitOut("Serving HTTP");
            relay.awaitOut("Relaying TCP");

            assertThat(Lab.fetch(8004)).contains("Directory listing");
            relay.signal("INT");
            assertThat(relay.exitCode()).isZero();
            assertThat(Lab.listening(8004)).isEmpty();
            assertThat(home).isEmptyDirectory();
        }
    }

    @Test
    void theSurveyIsQuickAndSaysWhereThisPcIs() throws Exception {
        try (Started survey = naru("survey")) {
            assertThat(survey.exitCode()).isZero();
            assertThat(survey.out())
                    .contains("Others on this network reach this PC at " + Lab.PC)
                    .contains("The router is at 192.168.77.1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "open 0;0 is not a port",
                "open 65536;65536 is not a port",
                "open abc;\"abc\" is not a port",
                "open 80-70;80-70 runs backwards",
                "open 8000 --listen 192.168.5.5;192.168.5.5 is not an address of this PC",
                "open 8000 --audience 10.0.0.1/8;Did you mean 10.0.0.0/8?",
                "open 8000 --name a|b;can't hold \"|\"",
                "open 8000 --name a\"b;can't hold \"\"\"",
                "open 8000 --frob;no option --frob"
            })
    void badInputIsNamedAndChangesNothing(String arguments, String sentence) throws Exception {
        try (Started naru = naru(arguments.split(" "))) {
            assertThat(naru.exitCode()).isEqualTo(2);
            assertThat(naru.err()).contains(sentence);
        }
        assertThat(Lab.listening(8000)).isEmpty();
        assertThat(home.resolve("forwards.json")).doesNotExist();
        if (Files.exists(home.resolve("journal"))) {
            assertThat(home.resolve("journal")).isEmptyDirectory();
        }
    }

    @Test
    void settingsThatWereCutInHalfAreToldAndWorkGoesOn() throws Exception {
        SettingsFolder folder = new SettingsFolder(home);
        save(folder, "Blog");
        save(folder, "Shop");
        byte[] whole = Files.readAllBytes(folder.forwards());
        Files.write(folder.forwards(), Arrays.copyOf(whole, whole.length / 2));

        try (Started list = naru("list")) {
            assertThat(list.exitCode()).isZero();
            assertThat(list.err()).contains("The file forwards.json was damaged.");
            assertThat(list.out()).contains("Blog: closed");
        }
        try (Started list = naru("list")) {
            assertThat(list.exitCode()).isZero();
            assertThat(list.err()).isEmpty();
            assertThat(list.out()).contains("Blog: closed");
        }
    }

    private static void save(SettingsFolder folder, String name) throws Exception {
        Forward forward =
                new Forward(
                        Forward.newId(),
                        new ForwardName(name),
                        Protocol.TCP,
                        PortRange.of(8000),
                        new Listen.LanAddresses(),
                        new Target.ThisPc(new Port(8000)),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PRIVATE),
                        "");
        new Settings(folder, Clock.systemUTC())
                .put(new SavedForward(forward, false, Optional.empty()));
    }
}
