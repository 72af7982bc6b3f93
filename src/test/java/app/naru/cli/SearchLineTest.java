package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Sentence;
import app.naru.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How the search for the router is shown. */
final class SearchLineTest {

    private static final Sentence ASKING = Sentence.of("router.search.asking");

    private final StringWriter written = new StringWriter();

    @Test
    void aPersonSeesHowItGetsOnAndNothingOfItAfterwards() {
        try (SearchLine line = new SearchLine(output(true), false)) {
            line.at(0.26, ASKING);
            assertThat(written.toString()).contains("Asking the router… 26 %");
        }
        assertThat(written.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void aFileAndAProgramGetTheResultAlone() {
        try (SearchLine toFile = new SearchLine(output(false), false);
                SearchLine toProgram = new SearchLine(output(true), true)) {
            toFile.at(0.26, ASKING);
            toProgram.at(0.26, ASKING);
        }
        assertThat(written.toString()).isEmpty();
    }

    private Output output(boolean terminal) {
        PrintWriter writer = new PrintWriter(written, true);
        return new Output(Texts.in(Locale.ENGLISH), writer, writer, terminal);
    }
}
