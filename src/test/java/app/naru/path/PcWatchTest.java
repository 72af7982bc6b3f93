package app.naru.path;

import static org.awaitility.Awaitility.await;

import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.survey.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PcWatchTest {

    @TempDir private Path folder;

    @Test
    void nothingWakesUpForWslWhereThereIsNone() throws IOException {
        try (Forwards forwards = forwards();
                PcWatch watch =
                        new PcWatch(
                                () -> new Network(List.of(), List.of()),
                                Optional.empty(),
                                forwards,
                                () -> {})) {
            await().until(() -> runs("network-watch") && !runs("wsl-look"));
        }
    }

    private static boolean runs(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(each -> each.getName().startsWith(thread));
    }

    private Forwards forwards() throws IOException {
        return new Forwards(
                Journal.open(folder, "test", Clock.systemUTC()),
                Optional.empty(),
                List::of,
                progress -> new Found(List.of()),
                Optional.empty(),
                () -> RelayLimits.DEFAULT,
                Situations.linux(),
                Clock.systemUTC());
    }
}
