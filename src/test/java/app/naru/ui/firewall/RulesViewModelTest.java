package app.naru.ui.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.Elevation;
import app.naru.firewall.FakePolicy;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleScript;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Sentence;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesViewModelTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final String POLICY =
            "v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=23|Name=Naru - not ours|";
    private static final String ORGANISATION =
            "v2.31|Action=Allow|Active=TRUE|Dir=Out|Protocol=6|RPort=443|EmbedCtxt=Office|Name=Mail|";

    private static final String WINDOWS =
            "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Svc=termservice"
                    + "|Name=@FirewallAPI.dll,-28775|Desc=@FirewallAPI.dll,-28756"
                    + "|EmbedCtxt=@FirewallAPI.dll,-28752|";
    private static final Map<String, String> TEXTS =
            Map.of(
                    "@FirewallAPI.dll,-28775",
                    "원격 데스크톱 - 사용자 모드(TCP-In)",
                    "@FirewallAPI.dll,-28752",
                    "원격 데스크톱");

    @TempDir private Path folder;
    private final List<String> asked = new ArrayList<>();
    private final FakePolicy registry =
            new FakePolicy()
                    .rule(PolicyStore.LOCAL, "{1}", FirewallWorld.PYTHON)
                    .rule(PolicyStore.LOCAL, "{2}", FirewallWorld.GAME)
                    .rule(PolicyStore.LOCAL, "{3}", FirewallWorld.OURS)
                    .rule(PolicyStore.LOCAL, "{4}", FirewallWorld.DNS)
                    .rule(PolicyStore.GROUP_POLICY, "{5}", POLICY)
                    .rule(PolicyStore.MDM, "{6}", ORGANISATION);
    private final RulesViewModel rules = model(Optional.of(windows()));

    private WindowsFirewall windows() {
        return FirewallWorld.windows(
                registry,
                registry,
                reference -> {
                    asked.add(reference);
                    return Optional.ofNullable(TEXTS.get(reference));
                },
                (program, arguments, limit) -> new Elevation.Ending.Declined());
    }

    private static RulesViewModel model(Optional<WindowsFirewall> firewall) {
        return new RulesViewModel(firewall, ENGLISH, BackgroundTasks.direct());
    }

    private static List<String> names(RulesViewModel model) {
        return model.shown().stream().map(RuleRow::name).toList();
    }

    private static List<String> troubles(RulesViewModel model) {
        return model.source().get().orElseThrow().troubles().stream().map(ENGLISH::say).toList();
    }

    /** In the words of Windows, each looked up once; the text of the registry is found too. */
    @Test
    void windowsOwnRulesAreCalledAsWindowsCallsThem() {
        registry.rule(PolicyStore.LOCAL, "RemoteDesktop-UserMode-In-TCP", WINDOWS);
        rules.refresh();
        rules.filter().text().set("데스크톱");

        RuleRow row = rules.shown().getFirst();
        assertThat(names(rules)).containsExactly("원격 데스크톱 - 사용자 모드(TCP-In)");
        assertThat(row.group()).isEqualTo("원격 데스크톱");
        assertThat(row.description()).isEmpty();
        assertThat(RuleFields.of(row))
                .contains(
                        new RuleFields.Entry("rules.field.name", "@FirewallAPI.dll,-28775"),
                        new RuleFields.Entry("rules.field.group", "원격 데스크톱"))
                .noneMatch(entry -> entry.key().equals("rules.field.description"));
        rules.filter().text().set("-28775");
        rules.refresh();
        assertThat(names(rules)).hasSize(1);
        assertThat(asked).hasSize(3);
        assertThat(rules.shownRules().getFirst().name()).isEqualTo("@FirewallAPI.dll,-28775");
    }

    /** A file's names could refer to anything. */
    @Test
    void nothingIsLookedUpForAFilesRules() {
        rules.openPasted("\"RemoteDesktop-In\"=\"" + WINDOWS + "\"");

        assertThat(names(rules)).containsExactly("RemoteDesktop-In");
        assertThat(asked).isEmpty();
    }

    /** The rules are put into words once; a keystroke is a look at each and one change on show. */
    @Test
    void whatIsTypedIsOneChangeOfWhatIsOnShow() {
        rules.refresh();
        List<RuleRow> before = List.copyOf(rules.shown());
        List<Integer> changes = new ArrayList<>();
        rules.shown().addListener((ListChangeListener<RuleRow>) change -> changes.add(1));

        rules.filter().text().set("p");
        assertThat(changes).as("each names a port or a program").isEmpty();
        rules.filter().text().set("py");
        assertThat(names(rules)).containsExactly("Python");
        assertThat(changes).hasSize(1);
        rules.filter().text().set("pyt");
        assertThat(changes).as("the same are on show").hasSize(1);
        rules.filter().text().set("");
        assertThat(rules.shown())
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .isEqualTo(before);
        assertThat(changes).hasSize(2);
    }

    @Test
    void aFewRulesHaveNothingToChooseFrom() {
        rules.openPasted(FirewallWorld.GAME);
        assertThat(rules.worthChoosing().get()).isFalse();
        rules.showOwn();
        assertThat(rules.worthChoosing().get()).isTrue();
    }

    /** Not as Naru would call them: they are not Naru's. */
    @Test
    void pastedRulesHaveTheNamesThatTheyWerePastedWith() {
        rules.openPasted(
                "netsh advfirewall firewall add rule name=\"web 8000\" dir=in action=allow"
                        + " protocol=tcp localport=8000\nNew-NetFirewallRule -DisplayName 'game'");

        assertThat(names(rules)).containsExactly("game", "web 8000");
        assertThat(rules.file().get().orElseThrow().rules().entries())
                .extracting(entry -> entry.sameOfOurs().orElseThrow().name().text())
                .containsExactly("Naru - web 8000", "Naru - game");
    }

    @Test
    void showsTheRulesOfEveryStoreOursFirst() {
        rules.refresh();

        assertThat(names(rules))
                .containsExactly(
                        "Naru - Site", "A game", "DNS", "Mail", "Naru - not ours", "Python");
        assertThat(rules.shown()).filteredOn(RuleRow::ours).hasSize(1);
        assertThat(rules.shown().get(5).words())
                .isEqualTo(
                        "Lets any device reach python.exe on TCP port 8000, in private networks");
        assertThat(ENGLISH.say(rules.count().get())).isEqualTo("Rules: 6");
        assertThat(troubles(rules)).isEmpty();
        assertThat(rules.isTaken(new RuleName("Naru - SITE"))).isTrue();
        assertThat(rules.isTaken(new RuleName("Naru - other"))).isFalse();
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter(draft -> draft.text().set("python"), "Python"),
                filter(draft -> draft.text().set("LETS dns"), "DNS"),
                filter(draft -> draft.text().set("not now"), "A game"),
                filter(draft -> draft.text().set("office"), "Mail"),
                filter(draft -> draft.program().set("game.EXE"), "A game"),
                filter(draft -> draft.program().set("dnscache"), "DNS"),
                filter(draft -> draft.port().text().set("9005"), "Naru - Site"),
                filter(draft -> draft.port().text().set("53"), "DNS"),
                filter(draft -> draft.port().text().set("1")),
                filter(
                        draft -> draft.direction().set(Optional.of(Direction.OUT)),
                        "A game",
                        "DNS",
                        "Mail"),
                filter(
                        draft -> draft.action().set(Optional.of(Action.BLOCK)),
                        "A game",
                        "Naru - not ours"),
                filter(draft -> draft.enabled().set(Optional.of(false)), "A game"),
                filter(
                        draft -> draft.store().set(Optional.of(PolicyStore.GROUP_POLICY)),
                        "Naru - not ours"),
                filter(draft -> draft.store().set(Optional.of(PolicyStore.MDM)), "Mail"),
                filter(draft -> draft.oursOnly().set(true), "Naru - Site"),
                filter(
                        draft -> {
                            draft.direction().set(Optional.of(Direction.IN));
                            draft.action().set(Optional.of(Action.ALLOW));
                            draft.text().set("private");
                        },
                        "Python"));
    }

    private static Arguments filter(Consumer<FilterDraft> choice, String... names) {
        return Arguments.of(choice, List.of(names));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void showsWhatFits(Consumer<FilterDraft> choice, List<String> names) {
        rules.refresh();

        choice.accept(rules.filter());

        assertThat(names(rules)).containsExactlyElementsOf(names);
        assertThat(ENGLISH.say(rules.count().get())).isEqualTo("Rules: " + names.size() + " of 6");
        rules.filter().clear();
        assertThat(rules.shown()).hasSize(6);
    }

    @Test
    void aPortThatIsNoneIsComplainedAboutAndHidesNothing() {
        rules.refresh();

        rules.filter().port().text().set("70000");

        assertThat(rules.filter().port().complaint().get()).isPresent();
        assertThat(rules.shown()).hasSize(6);
    }

    @Test
    void sortsByProgramAndByPort() {
        rules.refresh();

        rules.order().set(RuleOrder.PROGRAM);
        assertThat(names(rules))
                .containsExactly(
                        "Naru - Site", "A game", "Python", "DNS", "Mail", "Naru - not ours");
        rules.order().set(RuleOrder.PORT);
        assertThat(names(rules))
                .containsExactly(
                        "Naru - Site", "Naru - not ours", "DNS", "Mail", "Python", "A game");
    }

    @Test
    void aRuleIsSelectedWhateverIsLookedForAndStaysSoWhenReadAgain() {
        rules.refresh();
        rules.filter().text().set("mail");

        rules.select(PolicyStore.LOCAL, "{2}");
        assertThat(rules.filter().text().get()).isEmpty();
        registry.rule(PolicyStore.LOCAL, "{0}", FirewallWorld.PYTHON);
        rules.refresh();

        assertThat(rules.selected().get().stored().id()).isEqualTo("{2}");
        assertThat(rules.shown()).hasSize(7);
    }

    @Test
    void whatIsMadeIsSelectedOnceItIsThereWhateverIsLookedFor() {
        rules.refresh();
        rules.filter().text().set("mail");
        rules.await(new RuleName("Naru - Blog"));
        rules.refresh();
        assertThat(rules.selected().get()).isNull();

        registry.rule(PolicyStore.LOCAL, "{7}", FirewallWorld.OURS.replace("Site", "Blog"));
        rules.refresh();

        assertThat(rules.selected().get().stored().id()).isEqualTo("{7}");
        assertThat(rules.filter().text().get()).isEmpty();
        rules.selected().set(null);
        rules.refresh();
        assertThat(rules.selected().get()).as("once only").isNull();
    }

    @Test
    void whatCanNotBeReadIsSaid() {
        registry.denyRules(PolicyStore.MDM).rule(PolicyStore.LOCAL, "{9}", "v2.31|Dir=In|");

        rules.refresh();

        assertThat(names(rules)).contains("Python", "Naru - not ours").doesNotContain("Mail");
        assertThat(troubles(rules))
                .hasSize(2)
                .anyMatch(said -> said.contains("that can't be understood"))
                .anyMatch(said -> said.startsWith("The rules of the organisation"));
    }

    @Test
    void aFilesRulesAreLookedAtInsteadAndThoseOfThisPcAgain() throws IOException {
        Path file = folder.resolve("rules.txt");
        Files.writeString(
                file, "nonsense\n" + FirewallWorld.OURS + "\n" + FirewallWorld.DNS + "\n");
        rules.refresh();

        rules.open(file);

        assertThat(names(rules)).containsExactly("DNS", "Naru - Site");
        assertThat(rules.shown()).noneMatch(RuleRow::ours);
        assertThat(rules.file().get().orElseThrow().name()).isEqualTo("rules.txt");
        assertThat(troubles(rules)).singleElement().asString().startsWith("Line 1: \"nonsense\"");
        assertThat(rules.isTaken(new RuleName("Naru - Site"))).isTrue();
        rules.refresh();
        assertThat(rules.shown()).hasSize(2);
        rules.showOwn();
        assertThat(rules.shown()).hasSize(6);
        assertThat(rules.file().get()).isEmpty();
    }

    @Test
    void aFileThatHasNoRulesIsRefusedAndTheOthersStay() throws IOException {
        Path picture = folder.resolve("picture.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        rules.refresh();

        for (Path file : List.of(picture, empty, folder.resolve("none.txt"))) {
            rules.open(file);

            assertThat(rules.problem().get().map(ENGLISH::say).orElseThrow())
                    .contains(String.valueOf(file.getFileName()));
            assertThat(rules.shown()).hasSize(6);
        }
        rules.openPasted("hello");
        assertThat(rules.problem().get().map(ENGLISH::say).orElseThrow())
                .startsWith("what was pasted can't be shown. Line 1: \"hello\" is neither");
        rules.openPasted(FirewallWorld.GAME);
        assertThat(rules.problem().get()).isEmpty();
        assertThat(names(rules)).containsExactly("A game");
    }

    @Test
    void withoutWindowsThereAreAFilesRulesOrNone() {
        RulesViewModel elsewhere = model(Optional.empty());
        elsewhere.refresh();
        assertThat(elsewhere.isHere()).isFalse();
        assertThat(elsewhere.policy()).isEmpty();

        elsewhere.openPasted(FirewallWorld.PYTHON);
        assertThat(names(elsewhere)).containsExactly("Python");
        assertThat(elsewhere.policy()).isPresent();

        elsewhere.showOwn();
        assertThat(elsewhere.shown()).isEmpty();
        assertThat(elsewhere.policy()).isEmpty();
    }

    @Test
    void theRulesOnShowAreExported() throws IOException {
        List<Sentence> told = new ArrayList<>();
        RuleExport export =
                new RuleExport(ENGLISH, BackgroundTasks.direct(), done -> told.add(done.words()));
        Path file = folder.resolve("rules.cmd");
        rules.refresh();
        rules.filter().direction().set(Optional.of(Direction.IN));

        export.write(rules.shownRules(), RuleScript.Format.NETSH, file);
        export.write(rules.shownRules(), RuleScript.Format.NETSH, folder);

        assertThat(Files.readString(file, StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.startsWith("netsh"))
                .hasSize(3)
                .first()
                .asString()
                .contains("name=\"Naru - Site\"");
        assertThat(ENGLISH.say(told.get(0))).isEqualTo("3 rules are in " + file + ".");
        assertThat(ENGLISH.say(told.get(1))).startsWith(folder + " can't be written: ");
    }
}
