package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The steps for a real Windows and the script that does some of them are about the same. */
final class UnverifiedOnWindowsTest {

    private static final Pattern STEP = Pattern.compile("(\\d+)\\. \\*\\*");
    private static final Pattern DONE = Pattern.compile("(?:Say '\\w+'|Check|Expect) '(\\d+)'");

    /** Each begins on a line of its own. */
    private static List<String> steps() throws IOException {
        List<String> steps = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs", "unverified-on-windows.md"))) {
            if (STEP.matcher(line).lookingAt()) {
                steps.add(line);
            } else if (line.startsWith(" ") && !steps.isEmpty()) {
                steps.add(steps.removeLast() + " " + line.strip());
            }
        }
        return steps;
    }

    private static int number(String step) {
        Matcher matcher = STEP.matcher(step);
        assertThat(matcher.lookingAt()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    @Test
    void stepsAreNumberedInOrder() throws IOException {
        List<String> steps = steps();
        assertThat(steps.stream().map(UnverifiedOnWindowsTest::number))
                .hasSizeGreaterThan(50)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, steps.size()).boxed().toList());
    }

    @Test
    void theScriptDoesWhatTheStepsSayItDoes() throws IOException {
        SortedSet<Integer> said = new TreeSet<>();
        for (String step : steps()) {
            if (step.contains("(Script")) {
                said.add(number(step));
            }
        }
        SortedSet<Integer> done = new TreeSet<>();
        DONE.matcher(Files.readString(Path.of("installer", "verify-on-windows.ps1")))
                .results()
                .forEach(found -> done.add(Integer.parseInt(found.group(1))));
        assertThat(done).isEqualTo(said).hasSizeGreaterThan(15);
    }
}
