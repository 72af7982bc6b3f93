package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The start with Windows, in a real registry. */
final class RunKeyUnderWineIT {

    private static final String PROGRAM = "C:\\Program Files\\나루\\Naru.exe";
    private static final String RUN = "[HKEY_CURRENT_USER\\" + RunKey.KEY + "]\n";
    private static final String SWITCHES = "[HKEY_CURRENT_USER\\" + RunKey.SWITCHES + "]\n";

    @Test
    void isWrittenReadBackAndRemovedAndHeedsTheTaskManager() throws Exception {
        Wine wine = Wine.lab();
        wine.importHive(
                RUN + "\"Naru\"=-\n\"Other\"=\"other.exe\"\n\n" + SWITCHES + "\"Naru\"=-\n");

        List<List<String>> printed =
                wine.probe(step("state"), step("on"), step("on"), step("state"), step("values"));
        assertThat(printed.subList(0, 4))
                .containsExactly(List.of("OFF"), List.of("ON"), List.of("ON"), List.of("ON"));
        assertThat(printed.get(4)).contains("Naru=\"" + PROGRAM + "\" tray", "Other=other.exe");

        wine.importHive(SWITCHES + "\"Naru\"=hex:03,00,00,00,9a,11,5e,2c,11,d0,da,01\n");
        printed = wine.probe(step("state"), step("off"), step("off"), step("values"));
        assertThat(printed.subList(0, 3))
                .containsExactly(List.of("SWITCHED_OFF"), List.of("OFF"), List.of("OFF"));
        assertThat(printed.get(3))
                .contains("Other=other.exe")
                .noneMatch(line -> line.startsWith("Naru="));

        wine.importHive(SWITCHES + "\"Naru\"=-\n\n" + RUN + "\"Other\"=-\n");
    }

    private static String step(String what) {
        return Wine.step("autostart", what, PROGRAM);
    }
}
