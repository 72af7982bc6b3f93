package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules are those of "Parsing C Command-Line Arguments"; under Wine they are Windows' own. */
final class CommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "name=x;name=x",
                "name=a b;\"name=a b\"",
                "~~;\"\"",
                "a\tb;\"a\tb\"",
                "a\"b;\"a\\\"b\"",
                "a\\b;a\\b",
                "C:\\Program Files\\;\"C:\\Program Files\\\\\"",
                "a\\\" b;\"a\\\\\\\" b\"",
                "&|<>^%!();&|<>^%!()",
                "나루 - 한글;\"나루 - 한글\""
            })
    void quotesOnlyWhatNeedsIt(String argument, String written) {
        assertThat(CommandLine.quoted(argument)).isEqualTo(written);
    }

    @Test
    void refusesANul() {
        assertThatThrownBy(() -> CommandLine.quoted("a\0b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyArgumentsComeApartAsTheyWere() {
        Random random = new Random(20_261_122);
        String characters = "ab \\\\\\\"\"\t=가%^&";
        for (int i = 0; i < 20_000; i++) {
            List<String> arguments = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                StringBuilder argument = new StringBuilder();
                for (int length = random.nextInt(9); length > 0; length--) {
                    argument.append(characters.charAt(random.nextInt(characters.length())));
                }
                arguments.add(argument.toString());
            }
            assertThat(apart(CommandLine.of(arguments))).isEqualTo(arguments);
        }
    }

    /** Takes a command line apart as the documentation says, without the program's name before. */
    private static List<String> apart(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        int i = 0;
        while (i < line.length()) {
            char each = line.charAt(i);
            if ((each == ' ' || each == '\t') && !quoted) {
                if (begun) {
                    arguments.add(argument.toString());
                    argument.setLength(0);
                    begun = false;
                }
                i++;
                continue;
            }
            begun = true;
            int backslashes = 0;
            while (i < line.length() && line.charAt(i) == '\\') {
                backslashes++;
                i++;
            }
            boolean quote = i < line.length() && line.charAt(i) == '"';
            argument.repeat('\\', quote ? backslashes / 2 : backslashes);
            if (quote) {
                if (backslashes % 2 == 1) {
                    argument.append('"');
                } else {
                    quoted = !quoted;
                }
                i++;
            } else if (backslashes == 0) {
                argument.append(each);
                i++;
            }
        }
        if (begun) {
            arguments.add(argument.toString());
        }
        return arguments;
    }
}
