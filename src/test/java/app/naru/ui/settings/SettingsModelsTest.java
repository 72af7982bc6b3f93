package app.naru.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.settings.AutoStart;
import app.naru.settings.Preferences;
import app.naru.settings.RelayLimits;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.settings.SettingsTransfer;
import app.naru.ui.AudienceDraft.HowLong;
import app.naru.ui.AudienceDraft.Who;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Desk;
import app.naru.ui.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is behind the page of settings, without a window. */
final class SettingsModelsTest {

    @TempDir Path folder;
    @TempDir Path elsewhere;
    private Desk desk;
    private final List<Questions.Question> asked = new ArrayList<>();
    private boolean answer = true;

    @BeforeEach
    void open() {
        desk = new Desk(folder, BackgroundTasks.direct());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void ask(Questions.Question question, Runnable ifYes) {
        asked.add(question);
        if (answer) {
            ifYes.run();
        }
    }

    private Settings kept() throws IOException {
        return new Settings(new SettingsFolder(folder), Clock.systemUTC());
    }

    /** A system's switch, written down. */
    private static final class Switch implements AutoStart {
        private State state = State.OFF;
        private boolean broken;

        @Override
        public State state() {
            return state;
        }

        @Override
        public State turn(boolean on) throws IOException {
            if (broken) {
                throw new IOException("access denied");
            }
            state = on ? State.ON : State.OFF;
            return state;
        }
    }

    private AutoStartViewModel autoStart(Optional<AutoStart> system) {
        AutoStartViewModel model = new AutoStartViewModel(system, desk.tasks);
        model.look();
        return model;
    }

    @Test
    void startingWithTheSystemIsReadAndSetThere() {
        Switch system = new Switch();
        AutoStartViewModel model = autoStart(Optional.of(system));
        assertThat(model.possibleProperty().get()).isTrue();

        model.turn(true);

        assertThat(system.state).isEqualTo(AutoStart.State.ON);
        assertThat(model.onProperty().get()).isTrue();
    }

    @Test
    void whatWasSwitchedOffInTheTaskManagerSaysSo() {
        Switch system = new Switch();
        system.state = AutoStart.State.SWITCHED_OFF;
        AutoStartViewModel model = autoStart(Optional.of(system));

        assertThat(model.possibleProperty().get()).isFalse();
        assertThat(model.explanationProperty().get())
                .isEqualTo(Sentence.of("settings.autoStart.switchedOff"));
    }

    @Test
    void aSystemThatRefusesIsToldAndTheSwitchStaysAsItIs() {
        Switch system = new Switch();
        system.broken = true;
        AutoStartViewModel model = autoStart(Optional.of(system));

        model.turn(true);

        assertThat(model.onProperty().get()).isFalse();
        assertThat(model.explanationProperty().get())
                .isEqualTo(Sentence.of("settings.autoStart.failed", "access denied"));
    }

    @Test
    void whereThereIsNoSwitchTheReasonIsSaid() {
        AutoStartViewModel model = autoStart(Optional.empty());

        assertThat(model.possibleProperty().get()).isFalse();
        assertThat(model.explanationProperty().get())
                .isEqualTo(Sentence.of("settings.autoStart.notHere"));
    }

    @Test
    void limitsAreKeptWhenAllOfThemAreRight() throws IOException {
        LimitsViewModel model = new LimitsViewModel(desk.preferences);
        model.total().text().set("100");
        model.perClient().text().set("");
        model.perSecond().text().set("nonsense");
        model.keep();
        assertThat(kept().preferences().limits()).isEqualTo(RelayLimits.DEFAULT);
        assertThat(model.perSecond().complaint().get()).isPresent();

        model.perSecond().text().set("7");
        model.keep();

        assertThat(kept().preferences().limits())
                .isEqualTo(new RelayLimits(Optional.of(100), Optional.empty(), Optional.of(7)));
        model.restore();
        assertThat(kept().preferences().limits()).isEqualTo(RelayLimits.DEFAULT);
    }

    @Test
    void aPresetIsSavedFromAForwardTwiceAndRemoved() throws IOException {
        desk.settings.put(
                new SavedForward(Desk.forward("aaaaaaa1", "Site", 8000), false, Optional.empty()));
        OwnPresetsViewModel model = new OwnPresetsViewModel(desk.settings, desk.tasks);
        model.save(model.forwards().getFirst());
        model.save(model.forwards().getFirst());
        assertThat(kept().presets())
                .extracting(preset -> preset.name().text())
                .containsExactly("Site", "Site (2)");

        model.remove(model.presets().get(1));

        assertThat(kept().presets()).hasSize(1);
    }

    @Test
    void aPresetIsEditedAndWhatIsWrongIsSaid() throws IOException {
        OwnPresetsViewModel model = new OwnPresetsViewModel(desk.settings, desk.tasks);
        model.save(Desk.forward("aaaaaaa1", "Site", 8000));
        model.save(Desk.forward("aaaaaaa2", "Other", 8000));
        Preset first = model.presets().getFirst();
        PresetDraft draft = new PresetDraft(first, name -> model.isTakenByOther(first, name));
        draft.name().text().set("other");
        assertThat(problem(draft)).isEqualTo("invalid.preset.taken");
        draft.name().text().set("Game");
        draft.protocol().set(Protocol.UDP);
        draft.ports().text().set("7000-7002");
        draft.audience().who().set(Who.CHOSEN);
        assertThat(problem(draft)).isEqualTo("invalid.audience.empty");
        draft.audience().who().set(Who.INTERNET);
        draft.audience().howLong().set(HowLong.EIGHT_HOURS);
        draft.http().set(true);
        assertThat(problem(draft)).isEqualTo("invalid.forward.http");
        draft.http().set(false);

        model.put(draft.reading().get().orThrow());

        assertThat(kept().presets().getFirst())
                .returns("Game", preset -> preset.name().text())
                .returns("7000-7002", preset -> preset.ports().toString())
                .returns(Protocol.UDP, Preset::protocol)
                .returns("internet", preset -> preset.audience().toString())
                .returns("8h", preset -> preset.lifetime().toString());
    }

    private static String problem(PresetDraft draft) {
        return draft.reading().get().problem().orElseThrow().key();
    }

    private TransferViewModel transfer(AtomicInteger taken) {
        return new TransferViewModel(
                new SettingsTransfer(desk.settings, Clock.systemUTC()),
                desk.forwards,
                desk.preferences,
                desk.tasks,
                this::ask,
                taken::incrementAndGet);
    }

    private Path exported() throws IOException {
        Settings other = new Settings(new SettingsFolder(elsewhere), Clock.systemUTC());
        other.put(
                new SavedForward(Desk.forward("bbbbbbb1", "Other", 9000), true, Optional.empty()));
        other.preferences(Preferences.DEFAULT.withTheme(Preferences.Theme.DARK));
        Path file = elsewhere.resolve("exported.json");
        new SettingsTransfer(other, Clock.systemUTC()).exportTo(file);
        return file;
    }

    @Test
    void anImportAsksFirstAndTakesEffectAtOnce() throws IOException {
        AtomicInteger taken = new AtomicInteger();
        TransferViewModel model = transfer(taken);
        answer = false;
        model.importFrom(exported());
        assertThat(asked).hasSize(1);
        assertThat(kept().forwards()).isEmpty();

        answer = true;
        model.importFrom(exported());

        assertThat(kept().forwards()).hasSize(1);
        assertThat(desk.preferences.preferences().theme()).isEqualTo(Preferences.Theme.DARK);
        assertThat(taken).hasValue(1);
        assertThat(model.toldProperty().get().orElseThrow().good()).isTrue();
    }

    @Test
    void aBadFileIsToldAndNothingIsAsked() throws IOException {
        TransferViewModel model = transfer(new AtomicInteger());
        Path bad = elsewhere.resolve("bad.json");
        Files.writeString(bad, "{\"version\": 1}");
        model.importFrom(bad);
        assertThat(told(model)).isEqualTo("invalid.settings.other");

        Path file = exported();
        Files.writeString(
                file, Files.readString(file).replace("stun.l.google.com:19302", "not a server"));
        model.importFrom(file);

        assertThat(told(model)).isEqualTo("invalid.internet.stun");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatCanNotBeWrittenIsTold() {
        TransferViewModel model = transfer(new AtomicInteger());
        model.exportTo(elsewhere.resolve("no such folder").resolve("naru.json"));

        assertThat(told(model)).isEqualTo("settings.transfer.failed");
    }

    private static String told(TransferViewModel model) {
        return model.toldProperty().get().orElseThrow().sentence().key();
    }
}
