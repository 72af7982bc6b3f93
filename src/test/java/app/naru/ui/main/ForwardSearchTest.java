package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Forward;
import app.naru.path.ForwardStatus;
import app.naru.path.ForwardStatus.State;
import app.naru.text.Texts;
import app.naru.ui.ForwardWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ForwardSearchTest {

    private static final List<String> NAMES =
            List.of("Vite", "Django", "minecraft", "SSH", "Spring", "Grafana");

    private final ForwardSearch search =
            new ForwardSearch(new ForwardWords(Texts.in(Locale.ENGLISH)), Locale.ENGLISH);
    private final List<ForwardRow> rows =
            IntStream.range(0, NAMES.size()).mapToObj(ForwardSearchTest::row).toList();

    private static ForwardRow row(int number) {
        Forward forward =
                World.forward(
                        "aaaaaaa" + number,
                        NAMES.get(number),
                        8000 + number,
                        String.valueOf(3000 + number));
        ForwardStatus status =
                new ForwardStatus(
                        forward,
                        number == 3 ? State.OPEN : State.CLOSED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        return new ForwardRow(
                new ForwardRow.Seen(Instant.EPOCH, Instant.MIN, status, List.of(), List.of()));
    }

    private List<String> shown() {
        search.update(rows);
        return search.shown().stream().map(row -> row.status().forward().name().text()).toList();
    }

    @Test
    void showsAllAsTheyWereAdded() {
        assertThat(shown()).isEqualTo(NAMES);
    }

    @Test
    void sortsByNameAsPeopleDo() {
        search.orderProperty().set(ForwardSearch.Order.NAME);

        assertThat(shown())
                .containsExactly("Django", "Grafana", "minecraft", "Spring", "SSH", "Vite");
    }

    @Test
    void putsOpenOnesFirst() {
        search.orderProperty().set(ForwardSearch.Order.STATE);

        assertThat(shown()).startsWith("SSH", "Vite");
    }

    @Test
    void findsByWhateverIsSaidOfThem() {
        search.queryProperty().set(" DJAN ");
        assertThat(shown()).containsExactly("Django");

        search.queryProperty().set("3002");
        assertThat(shown()).containsExactly("minecraft");

        search.queryProperty().set("port closed");
        assertThat(shown()).hasSize(5).doesNotContain("SSH");

        search.queryProperty().set("nothing like it");
        assertThat(shown()).isEmpty();
    }

    @Test
    void aFewAreShownWhateverWasLookedFor() {
        search.queryProperty().set("Django");
        search.update(rows.subList(0, ForwardSearch.FEW));

        assertThat(search.shown()).hasSize(ForwardSearch.FEW);
    }
}
