package app.naru.text;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds both languages to each other, and to the keys that sources and FXML ask for. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("resources");
    private static final Path ENGLISH = RESOURCES.resolve("app/naru/text/messages.properties");
    private static final Path KOREAN = RESOURCES.resolve("app/naru/text/messages_ko.properties");

    /** The command line's help: picocli asks for it, by the names of commands and options. */
    private static final List<String> OF_PICOCLI = List.of("usage.", "naru.");

    /** What these calls are given first, is what stands behind this in the key. */
    private static final Map<Pattern, String> CALLS =
            Map.of(
                    call("Sentence\\.of|\\bsay|new Sentence|bundle\\(\\)\\.getString"), "",
                    call("new InvalidInput"), "invalid.",
                    call("new MalformedRule|\\bmalformed"), "firewall.malformed.");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([\\w.-]+)\"");
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(json|properties|fxml|css|png|svg|exe|dll|cmd|ps1|messages)");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts(KOREAN).keySet()).isEqualTo(texts(ENGLISH).keySet());
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        for (Path file : List.of(ENGLISH, KOREAN)) {
            List<String> keys =
                    lines(file).map(line -> line.substring(0, line.indexOf('='))).toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesHaveTheSameGaps() {
        Map<String, String> korean = texts(KOREAN);
        texts(ENGLISH)
                .forEach((key, text) ->
                        assertThat(gaps(korean.getOrDefault(key, "")))
                                .as(key)
                                .isEqualTo(gaps(text)));
    }

    @Test
    void everyTextIsAPatternThatShowsAllOfItself() {
        for (Path file : List.of(ENGLISH, KOREAN)) {
            texts(file)
                    .forEach((key, text) -> {
                        assertThat(text).as(key).isNotBlank();
                        assertThat(text.replace("''", "").replaceAll("'[{}]'", ""))
                                .as("%s: an apostrophe is written twice", key)
                                .doesNotContain("'");
                        String shown = new MessageFormat(text, Locale.ROOT).toPattern();
                        assertThat(gaps(shown)).as(key).isEqualTo(gaps(text));
                    });
        }
    }

    @Test
    void everyParticleBehindAGapIsOneThatIsChosen() {
        Pattern bothForms = Pattern.compile("[가-힣]\\([는가를과와]\\)|\\([으이]\\)[가-힣]");
        Pattern behindAGap = Pattern.compile("}[\"”]?([은는이가을를와과로]|으로|라는)(?![가-힣(])");
        texts(KOREAN)
                .forEach((key, text) -> {
                    String gapsFilled = text.replaceAll("\\{\\d}", "8000");
                    assertThat(bothForms.matcher(Particles.chosen(gapsFilled)).find())
                            .as("%s has a particle that is not chosen: %s", key, text)
                            .isFalse();
                    assertThat(behindAGap.matcher(text).find())
                            .as("%s decides a particle before the value is known: %s", key, text)
                            .isFalse();
                });
    }

    @Test
    void everyKeyThatACallNamesHasAText() throws IOException {
        Set<String> keys = texts(ENGLISH).keySet();
        for (Path file : files(SOURCES, ".java")) {
            String source = Files.readString(file);
            CALLS.forEach((call, start) ->
                    call.matcher(source)
                            .results()
                            .forEach(found ->
                                    assertKnown(file, start + found.group(1), found, keys)));
        }
    }

    private static void assertKnown(Path file, String key, MatchResult found, Set<String> keys) {
        if (found.group(2) == null) {
            assertThat(keys).as("%s asks for it", file).contains(key);
        } else if (!key.equals("invalid.") && !key.equals("firewall.malformed.")) {
            assertThat(KeysPutTogether.ALL).as("%s puts it together", file).containsKey(key);
        }
    }

    /** Keys are also chosen first and asked for later; a text that looks like a key is one. */
    @Test
    void everyTextInTheSourcesThatLooksLikeAKeyIsOne() throws IOException {
        Set<String> keys = texts(ENGLISH).keySet();
        Set<String> heads =
                keys.stream()
                        .filter(key -> OF_PICOCLI.stream().noneMatch(key::startsWith))
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(toCollection(HashSet::new));
        Pattern likeAKey = Pattern.compile("(" + String.join("|", heads) + ")(\\.[A-Za-z]\\w*)+");
        for (Path file : files(SOURCES, ".java")) {
            for (String literal : literals(file)) {
                if (likeAKey.matcher(literal).matches() && !FILE.matcher(literal).matches()) {
                    assertThat(keys)
                            .as("%s has it", file)
                            .containsAnyOf(literal, "invalid." + literal);
                }
            }
        }
    }

    @Test
    void everyKeyInFxmlHasATextThatIsShownAsItIs() throws IOException {
        Map<String, String> english = texts(ENGLISH);
        Map<String, String> korean = texts(KOREAN);
        for (Path file : files(RESOURCES, ".fxml")) {
            for (String key : keysIn(file)) {
                assertThat(english).as("%s asks for it", file).containsKey(key);
                assertThat(english.get(key) + korean.get(key))
                        .as("%s: FXML shows %s without filling gaps", file, key)
                        .doesNotContain("''")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void everyKeyThatIsPutTogetherHasAText() {
        Set<String> keys = texts(ENGLISH).keySet();
        KeysPutTogether.ALL.forEach((start, ends) ->
                assertThat(keys).containsAll(ends.stream().map(end -> start + end).toList()));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = new HashSet<>();
        for (Path file : files(SOURCES, ".java")) {
            for (String literal : literals(file)) {
                CALLS.values().forEach(start -> used.add(start + literal));
            }
        }
        for (Path file : files(RESOURCES, ".fxml")) {
            used.addAll(keysIn(file));
        }
        KeysPutTogether.ALL.forEach((start, ends) -> ends.forEach(end -> used.add(start + end)));
        Set<String> unused = new TreeSet<>(texts(ENGLISH).keySet());
        unused.removeAll(used);
        unused.removeIf(key -> OF_PICOCLI.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    /** A call whose first argument is a text; the second group is there when more is put to it. */
    private static Pattern call(String names) {
        return Pattern.compile("(?:" + names + ")\\(\\s*\"([^\"]*)\"\\s*(\\+)?");
    }

    private static Map<String, String> texts(Path file) {
        Map<String, String> texts = new TreeMap<>();
        lines(file)
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    texts.put(line.substring(0, equals), line.substring(equals + 1));
                });
        return texts;
    }

    /** The lines with a text: the files keep to one line for each, {@code key=text}. */
    private static Stream<String> lines(Path file) {
        try {
            List<String> lines =
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList();
            assertThat(lines)
                    .as(file.toString())
                    .allMatch(line -> line.matches("[\\w.-]+=.*[^\\\\]"));
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map(gap -> gap.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> literals(Path file) throws IOException {
        return LITERAL.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> keysIn(Path fxml) throws IOException {
        return IN_FXML.matcher(Files.readString(fxml))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(ending)).toList());
        }
    }
}
