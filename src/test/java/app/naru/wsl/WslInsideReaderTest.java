package app.naru.wsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Address;
import app.naru.server.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WslInsideReaderTest {

    private final Wsl wsl =
            new Wsl(
                    Optional.of("2.6.3.0"),
                    List.of(
                            new Distro("{1}", "Ubuntu", 2, true),
                            new Distro("{2}", "Debian", 2, false),
                            new Distro("{3}", "Old", 1, false)),
                    true,
                    NetworkingMode.NAT,
                    Optional.empty());
    private final FakeWsl program = new FakeWsl();
    private final WslInsideReader reader = new WslInsideReader(program);

    @Test
    void tellsWhoListensAndWhoseItIs() throws Exception {
        program.answers("Ubuntu\r\n");
        program.inside("Ubuntu", "find", InsideSamples.FOUND);
        program.inside("Ubuntu", "head", InsideSamples.COMMAND_LINES);
        program.inside("Ubuntu", "wslinfo", "virtioproxy\n");
        WslInside inside = reader.read(wsl);
        assertThat(inside.running()).containsExactly("Ubuntu");
        assertThat(inside.eth0()).contains(Address.parse("172.28.185.15"));
        assertThat(inside.mode()).contains(NetworkingMode.CONSOMME);
        assertThat(inside.listeners()).hasSize(4);
        assertThat(inside.listeners())
                .allMatch(each -> each.distro().equals(Optional.of("Ubuntu")));
        assertThat(inside.listeners().getFirst().listener().program())
                .contains(
                        new Program(
                                411,
                                "python3",
                                Optional.of("/usr/bin/python3"),
                                "/usr/bin/python3 manage.py runserver"));
        assertThat(inside.listeners().get(2).listener().program()).isEmpty();
    }

    @Test
    void asksOnceForWhatStays() throws Exception {
        program.answers("Ubuntu\n");
        program.inside("Ubuntu", "find", InsideSamples.FOUND);
        program.inside("Ubuntu", "head", InsideSamples.COMMAND_LINES);
        WslInside first = reader.read(wsl);
        program.asked.clear();
        assertThat(reader.read(wsl)).isEqualTo(first);
        assertThat(program.asked).containsExactly("list", "Ubuntu cat");
    }

    @Test
    void asksAnewWhenWslWasRestarted() throws Exception {
        program.answers("Ubuntu\n");
        program.inside("Ubuntu", "wslinfo", "nat\n");
        assertThat(reader.read(wsl).mode()).contains(NetworkingMode.NAT);
        program.inside(
                "Ubuntu", "cat", InsideSamples.TABLES.replace(InsideSamples.BOOT, "1".repeat(36)));
        program.inside("Ubuntu", "wslinfo", "mirrored\n");
        assertThat(reader.read(wsl).mode()).contains(NetworkingMode.MIRRORED);
    }

    @Test
    void ofSeveralDistributionsTheOwnerIsNamedAndNoOther() throws Exception {
        program.answers("Ubuntu\ndocker-desktop\nDebian\n");
        program.inside("Debian", "find", InsideSamples.FOUND);
        program.inside("Debian", "head", InsideSamples.COMMAND_LINES);
        WslInside inside = reader.read(wsl);
        assertThat(inside.running()).containsExactly("Ubuntu", "Debian");
        assertThat(inside.listeners())
                .extracting(WslListener::distro)
                .containsExactly(
                        Optional.of("Debian"),
                        Optional.of("Debian"),
                        Optional.empty(),
                        Optional.empty());
        assertThat(program.asked).noneMatch(asked -> asked.contains("docker"));
    }

    @Test
    void startsNoDistributionThatIsStopped() throws Exception {
        program.answers("");
        assertThat(reader.read(wsl)).isEqualTo(WslInside.NOTHING);
        assertThat(program.asked).containsExactly("list");
    }

    @Test
    void proseIsNoDistribution() throws Exception {
        program.answers(
                "Windows Subsystem for Linux Distributions:\nUbuntu (Default)\n"
                        + "There are no running distributions.\n");
        assertThat(reader.read(wsl)).isEqualTo(WslInside.NOTHING);
        assertThat(program.asked).containsExactly("list");
    }

    @Test
    void runsNothingWhereWslDoesNotRunOrIsNotInstalled() throws Exception {
        Wsl stopped =
                new Wsl(wsl.storeVersion(), wsl.distros(), false, wsl.mode(), Optional.empty());
        assertThat(reader.read(stopped)).isEqualTo(WslInside.NOTHING);
        program.installed = false;
        assertThat(reader.read(wsl)).isEqualTo(WslInside.NOTHING);
        assertThat(program.asked).isEmpty();
    }

    @Test
    void aDistributionWithoutFindStillTellsItsListeners() throws Exception {
        program.answers("Ubuntu\n");
        program.refused = "Ubuntu find";
        assertThat(reader.read(wsl).listeners())
                .hasSize(4)
                .allMatch(each -> each.listener().program().isEmpty());
    }

    @Test
    void aFailureOfWslIsNotNothing() {
        program.failure = "Wsl/Service/0x8007274c";
        assertThatThrownBy(() -> reader.read(wsl))
                .isInstanceOf(IOException.class)
                .hasMessage("wsl.exe: Wsl/Service/0x8007274c");
    }

    /** Answers what it is told to. */
    private static final class FakeWsl implements WslProgram {

        private final Map<String, String> inside =
                new HashMap<>(
                        Map.of(
                                "Ubuntu cat",
                                InsideSamples.TABLES,
                                "Debian cat",
                                InsideSamples.TABLES));
        private final List<String> asked = new ArrayList<>();
        private String running = "";
        private String failure = "";
        private String refused = "";
        private boolean installed = true;

        void answers(String list) {
            running = list;
        }

        void inside(String distro, String command, String output) {
            inside.put(distro + " " + command, output);
        }

        @Override
        public boolean installed() {
            return installed;
        }

        @Override
        public WslOutput run(List<String> arguments, Duration limit) {
            if (!failure.isEmpty()) {
                return output(WslOutput.FAILED, "Error code: " + failure);
            }
            if (arguments.getFirst().equals("--list")) {
                asked.add("list");
                return output(0, running);
            }
            assertThat(arguments).startsWith("-d").element(2).isEqualTo("-e");
            String command = arguments.get(1) + " " + arguments.get(3);
            asked.add(command);
            if (command.equals(refused)) {
                return output(WslOutput.FAILED, "Wsl/Service/E_FAIL");
            }
            return inside.containsKey(command) ? output(0, inside.get(command)) : output(127, "");
        }

        private static WslOutput output(int code, String text) {
            return new WslOutput(code, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Held hold(String distro, Duration limit) {
            throw new UnsupportedOperationException();
        }
    }
}
