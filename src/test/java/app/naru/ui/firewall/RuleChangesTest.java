package app.naru.ui.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Action;
import app.naru.firewall.Elevation.Ending;
import app.naru.firewall.RuleFile;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.forward.ForwardName;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleChangesTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final RuleName SITE = new RuleName("Naru - Site");

    @TempDir private Path folder;
    private FirewallWorld world;
    private RulesViewModel rules;
    private RuleChanges changes;

    @BeforeEach
    void open() throws IOException {
        world = new FirewallWorld(folder);
        BackgroundTasks tasks = BackgroundTasks.direct();
        rules = new RulesViewModel(Optional.of(world.firewall), ENGLISH, tasks);
        changes =
                new RuleChanges(world.forwards, Optional.of(world.firewall), tasks, rules::showOwn);
        rules.refresh();
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    private static List<RuleSpec> specs(String... arguments) {
        return RuleFile.read(
                        "netsh advfirewall firewall add rule "
                                + String.join("\nnetsh advfirewall firewall add rule ", arguments))
                .entries()
                .stream()
                .map(RuleFile.Entry::sameOfOurs)
                .map(Optional::orElseThrow)
                .toList();
    }

    private String said() {
        return changes.told().get().map(told -> ENGLISH.say(told.words())).orElse("");
    }

    private Optional<RuleRow> row(String name) {
        return rules.shown().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    @Test
    void aRuleIsMadeShownAndTakenBackAtOnce() {
        changes.make(specs("name=web dir=in action=allow protocol=tcp localport=80").getFirst());

        assertThat(said()).isEqualTo("Done: the firewall rule \"Naru - web\".");
        assertThat(row("Naru - web")).isPresent();

        changes.undo();
        assertThat(said()).isEqualTo("Taken back: the firewall rule \"Naru - web\".");
        assertThat(row("Naru - web")).isEmpty();
        assertThat(changes.told().get().orElseThrow().undo()).isEmpty();
        changes.undo();
        assertThat(world.windows.ran).hasSize(2);
    }

    @Test
    void aRuleThatWasReplacedComesBack() {
        RuleRow before = row("Naru - Site").orElseThrow();
        changes.make(specs("name=Site dir=in action=block protocol=udp localport=9").getFirst());
        assertThat(row("Naru - Site").orElseThrow().rule().action()).isEqualTo(Action.BLOCK);

        changes.undo();

        assertThat(row("Naru - Site").orElseThrow().words()).isEqualTo(before.words());
        assertThat(said()).contains("Taken back");
        assertThat(changes.last().get()).isEmpty();
    }

    @Test
    void aRuleThatWasReplacedTwiceComesBackStepByStep() {
        String before = row("Naru - Site").orElseThrow().words();
        changes.make(specs("name=Site dir=in action=block service=Spooler").getFirst());
        String between = row("Naru - Site").orElseThrow().words();
        changes.makeAll(
                specs("name=Site dir=out action=block", "name=two dir=in action=block"),
                new ForwardName("both"));

        changes.undo();
        assertThat(row("Naru - Site").orElseThrow().words()).isEqualTo(between);
        assertThat(row("Naru - two")).isEmpty();
        changes.undoLast();
        assertThat(row("Naru - Site").orElseThrow().words()).isEqualTo(before);
    }

    @Test
    void aNoToWindowsQuestionIsSaidAndLeavesNothingToUndo() {
        world.windows.instead.add(new Ending.Declined());

        changes.make(specs("name=web dir=in action=block").getFirst());

        assertThat(said())
                .isEqualTo("Windows asked for your consent and got a no. Nothing was changed.");
        assertThat(changes.told().get().orElseThrow().good()).isFalse();
        assertThat(changes.told().get().orElseThrow().undo()).isEmpty();
        assertThat(changes.last().get()).isEmpty();
        assertThat(row("Naru - web")).isEmpty();
    }

    @Test
    void ourRuleIsTurnedOffAndOnAgain() {
        changes.turn(SITE, false);
        assertThat(row("Naru - Site").orElseThrow().rule().active()).isFalse();
        changes.undo();
        assertThat(row("Naru - Site").orElseThrow().rule().active()).isTrue();
    }

    @Test
    void ourRuleIsRemovedAndLaterMadeAgain() {
        changes.remove(SITE);
        assertThat(row("Naru - Site")).isEmpty();
        changes.dismiss();
        assertThat(said()).isEmpty();

        RuleChanges later =
                new RuleChanges(
                        world.forwards,
                        Optional.of(world.firewall),
                        BackgroundTasks.direct(),
                        rules::showOwn);
        later.refresh();
        assertThat(ENGLISH.say(later.last().get().orElseThrow().change().description()))
                .isEqualTo("Remove the firewall rule \"Naru - Site\"");
        later.undoLast();

        assertThat(row("Naru - Site")).isPresent();
        assertThat(later.last().get()).isEmpty();
    }

    @Test
    void aFilesRulesAreMadeWithOneQuestionAndTakenBackWithOne() {
        List<RuleSpec> both =
                specs(
                        "name=one dir=in action=block protocol=tcp localport=81",
                        "name=two dir=out action=block remoteip=203.0.113.7");

        changes.makeAll(both, new ForwardName("one"));

        assertThat(said()).isEqualTo("Done: 2 rules.");
        assertThat(world.windows.ran).hasSize(1);
        assertThat(row("Naru - one")).isPresent();
        assertThat(row("Naru - two")).isPresent();
        changes.undo();
        assertThat(row("Naru - one")).isEmpty();
        assertThat(row("Naru - two")).isEmpty();
        assertThat(world.windows.ran).hasSize(2);
    }

    @Test
    void whatOfSeveralCouldNotBeMadeIsSaid() {
        world.windows.powerShell = false;
        world.windows.after.put(2, new Ending.Declined());

        changes.makeAll(
                specs("name=one dir=in action=block", "name=two dir=in action=block"),
                new ForwardName("one"));

        assertThat(said())
                .isEqualTo(
                        "1 of 2 rules are done. Windows asked for your consent and"
                                + " got a no. Nothing was changed.");
        assertThat(changes.told().get().orElseThrow().undo()).hasSize(1);
        assertThat(row("Naru - one")).isPresent();
    }

    @Test
    void aRuleOfThatNameThatIsNotNarusIsLeftAlone() {
        world.windows.put("v2.31|Action=Block|Active=TRUE|Dir=In|Name=naru - SITE|");

        changes.remove(SITE);

        assertThat(said()).contains("which is not Naru's to change");
        assertThat(world.windows.ran).isEmpty();
    }
}
