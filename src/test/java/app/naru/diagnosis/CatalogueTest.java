package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list in docs/causes.md is the list in the code. */
final class CatalogueTest {

    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z-]+)` \\| ([A-Za-z ]+) \\| (.+) \\| (.+) \\|");

    @Test
    void everyCauseIsARowAtItsHopInTheirOrder() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("docs", "causes.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(CatalogueTest::causeAndHop)
                        .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Stream.of(Cause.values())
                                .map(cause -> cause.text() + " at " + cause.hop())
                                .toList());
    }

    private static String causeAndHop(String line) {
        Matcher row = ROW.matcher(line);
        assertThat(row.matches()).as(line).isTrue();
        String hop = row.group(2).toUpperCase(Locale.ROOT).replace(' ', '_');
        return row.group(1) + " at " + hop;
    }
}
