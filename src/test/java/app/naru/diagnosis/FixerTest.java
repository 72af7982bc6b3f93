package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.FreePorts;
import app.naru.diagnosis.Fixer.Made;
import app.naru.diagnosis.Fixer.Result;
import app.naru.firewall.WholeFakeWindows;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.FirewallChange;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.SavedForwards;
import app.naru.path.Situations;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes of a forward that really relays, on a PC whose firewall keeps its rules. */
final class FixerTest {

    private static final ForwardName RULE = new ForwardName("Fix");

    /** The rule that opening the forward has made. */
    private static final String OWN = "Naru - Django [0badcafe]";

    private static final String PROGRAM = "C:\\tool.exe";
    private static final String BLOCK_ID =
            "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}C:\\tool.exe";

    @TempDir Path folder;
    private final WholeFakeWindows windows = new WholeFakeWindows();
    private Forwards forwards;
    private SavedForwards saved;
    private Fixer fixer;
    private Forward forward;

    @BeforeEach
    void open() throws IOException {
        Settings settings = new Settings(new SettingsFolder(folder), Clock.systemUTC());
        forwards =
                new Forwards(
                        Journal.open(folder.resolve("journal"), "test", Clock.systemUTC()),
                        Optional.of(windows.firewall()),
                        List::of,
                        progress -> new Found(List.of()),
                        Optional.empty(),
                        () -> RelayLimits.DEFAULT,
                        Situations.windows(),
                        Clock.systemUTC());
        saved = new SavedForwards(settings, forwards, Clock.systemUTC());
        fixer = new Fixer(forwards, saved);
        forward = Situations.forward(String.valueOf(FreePorts.one()), "9", "lan", "127.0.0.5");
        saved.open(forward, step -> {});
        assertThat(status().state()).isEqualTo(ForwardStatus.State.OPEN);
    }

    @AfterEach
    void close() throws IOException {
        forwards.close();
    }

    private ForwardStatus status() {
        return forwards.status(forward);
    }

    private Optional<Made> apply(Change change) throws IOException {
        Result result = fixer.apply(status(), new Fix.Make(change));
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done) result).made();
    }

    @Test
    void aRuleThatAFixMadeIsUndoneAloneAndBelongsToTheForwardUntilThen() throws Exception {
        FirewallChange.MakeRule rule = windows.make(RULE);
        Made made = apply(rule).orElseThrow();
        assertThat(windows.names()).containsExactly(OWN, "Naru - Fix");
        assertThat(made.standsIn(status())).isTrue();

        assertThat(fixer.undo(made)).isInstanceOf(Result.Done.class);

        assertThat(windows.names()).containsExactly(OWN);
        assertThat(status().state()).isEqualTo(ForwardStatus.State.OPEN);
        assertThat(forwards.inPlace(forward.id())).doesNotContain(rule).isNotEmpty();
        assertThat(forwards.leftOver()).isEmpty();
    }

    @Test
    void closingTakesBackWhatAFixMadeAndLeavesNothingToUndo() throws Exception {
        Made made = apply(windows.make(RULE)).orElseThrow();

        assertThat(saved.close(forward.id(), step -> {})).isEmpty();

        assertThat(windows.names()).isEmpty();
        assertThat(made.standsIn(status())).isFalse();
    }

    @Test
    void whatWasSoBeforeIsNotToBeUndone() throws Exception {
        apply(windows.make(RULE));

        assertThat(apply(windows.make(RULE))).isEmpty();
    }

    @Test
    void aNoToUndoingLeavesTheRuleInPlace() throws Exception {
        FirewallChange.MakeRule rule = windows.make(RULE);
        Made made = apply(rule).orElseThrow();
        windows.declines();

        assertThat(fixer.undo(made)).isInstanceOf(Result.NotDone.class);

        assertThat(windows.names()).containsExactly(OWN, "Naru - Fix");
        assertThat(forwards.inPlace(forward.id())).contains(rule);
    }

    @Test
    void blocksThatAreGoneForGoodAreNeitherUndoneNorLeftOver() throws Exception {
        windows.rule(
                BLOCK_ID,
                "v2.33|Action=Block|Active=TRUE|Dir=In|Protocol=6|App=c:\\tool.exe|Name=Tool|");

        assertThat(apply(new FirewallChange.RemoveBlocks(PROGRAM, List.of(BLOCK_ID)))).isEmpty();

        assertThat(windows.names()).containsExactly(OWN);
        assertThat(forwards.leftOver()).isEmpty();
    }

    @Test
    void aForwardThatCanNotBeOpenedOtherwiseIsToldWhy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Forward changed = forward.movedTo(new app.naru.forward.Port(taken.getLocalPort()));

            Result result =
                    fixer.apply(
                            status(), new Fix.Reopen(Sentence.of("diagnosis.fix.open"), changed));

            assertThat(result).isInstanceOf(Result.NotDone.class);
        }
    }

    @Test
    void whatIsForTheUserToDoIsRefused() {
        Fix copy = new Fix.Copy(Sentence.of("diagnosis.fix.handOut"), "text");

        assertThatThrownBy(() -> fixer.apply(status(), copy))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
