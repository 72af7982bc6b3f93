package app.naru.windows;

import static app.naru.settings.AutoStart.State.OFF;
import static app.naru.settings.AutoStart.State.ON;
import static app.naru.settings.AutoStart.State.SWITCHED_OFF;
import static app.naru.windows.Registry.Root.CURRENT_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunKeyTest {

    private static final String PROGRAM = "C:\\Program Files\\Naru\\Naru.exe";
    private static final String OTHER = "\"C:\\Other\\other.exe\"";

    private final WrittenDownRegistry registry =
            new WrittenDownRegistry().value(CURRENT_USER, RunKey.KEY, "Other", OTHER);
    private final RunKey runKey = new RunKey(registry, PROGRAM);

    private Optional<String> value(String name) throws IOException {
        return registry.read(CURRENT_USER, RunKey.KEY).orElseThrow().text(name);
    }

    private void taskManager(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        registry.value(CURRENT_USER, RunKey.SWITCHES, "Naru", raw);
    }

    @Test
    void startsInTheTrayOnceTurnedOn() throws IOException {
        assertThat(runKey.state()).isEqualTo(OFF);
        assertThat(runKey.turn(true)).isEqualTo(ON);
        assertThat(value("Naru")).contains("\"C:\\Program Files\\Naru\\Naru.exe\" tray");
        assertThat(runKey.state()).isEqualTo(ON);
        assertThat(runKey.turn(true)).isEqualTo(ON);
    }

    @Test
    void leavesNothingOnceTurnedOff() throws IOException {
        runKey.turn(true);
        assertThat(runKey.turn(false)).isEqualTo(OFF);
        assertThat(value("Naru")).isEmpty();
        assertThat(value("Other")).contains(OTHER);
        assertThat(runKey.turn(false)).isEqualTo(OFF);
    }

    @ParameterizedTest
    @CsvSource({"2, ON", "6, ON", "3, SWITCHED_OFF", "7, SWITCHED_OFF"})
    void heedsTheTaskManagersSwitch(int first, String state) throws IOException {
        taskManager(first, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(runKey.turn(true)).hasToString(state);
        assertThat(runKey.state()).hasToString(state);
    }

    @Test
    void doesNotTouchTheTaskManagersSwitch() throws IOException {
        taskManager(3, 1, 2, 4);
        runKey.turn(true);
        runKey.turn(false);
        runKey.turn(true);
        assertThat(runKey.state()).isEqualTo(SWITCHED_OFF);
        assertThat(registry.read(CURRENT_USER, RunKey.SWITCHES).orElseThrow().bytes("naru"))
                .hasValueSatisfying(raw -> assertThat(raw).containsExactly(3, 1, 2, 4));
    }

    @Test
    void anEmptySwitchIsNone() throws IOException {
        taskManager();
        assertThat(runKey.turn(true)).isEqualTo(ON);
    }

    @Test
    void isOnHoweverThisProgramIsSpeltAndStarted() throws IOException {
        registry.value(
                CURRENT_USER, RunKey.KEY, "Naru", "\"c:\\program files\\NARU\\naru.exe\" --old");
        assertThat(runKey.state()).isEqualTo(ON);
        runKey.turn(true);
        assertThat(value("Naru")).contains("\"" + PROGRAM + "\" tray");
    }

    @Test
    void isOffWhereAnotherNaruIsStarted() throws IOException {
        registry.value(CURRENT_USER, RunKey.KEY, "Naru", "\"D:\\Naru\\Naru.exe\" tray");
        assertThat(runKey.state()).isEqualTo(OFF);
    }

    @Test
    void refusesWhatWindowsWouldNotStart() throws IOException {
        String deep = "C:\\" + "deep\\".repeat(52) + "Naru.exe";
        assertThatThrownBy(() -> new RunKey(registry, deep).turn(true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(deep);
        assertThat(value("Naru")).isEmpty();
    }

    @Test
    void saysSoWhenWindowsDoesNotTell() {
        registry.deny(CURRENT_USER, RunKey.KEY);
        assertThatThrownBy(runKey::state).isInstanceOf(Registry.AccessDenied.class);
        assertThatThrownBy(() -> runKey.turn(true)).isInstanceOf(Registry.AccessDenied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Naru.exe", "NARU.EXE", "naru-cli.exe"})
    void theInstalledProgramCanBeStartedAgain(String name) {
        assertThat(RunKey.window("C:\\Program Files\\Naru\\" + name)).contains(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\Java\\bin\\javaw.exe", "C:\\x\\notnaru.exe", "naru", ""})
    void someJavaCanNot(String program) {
        assertThat(RunKey.window(program)).isEmpty();
    }
}
