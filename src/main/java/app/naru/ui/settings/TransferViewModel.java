package app.naru.ui.settings;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.path.Forwards;
import app.naru.path.InternetContacts;
import app.naru.settings.SettingsBundle;
import app.naru.settings.SettingsTransfer;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Questions;
import app.naru.ui.Questions.Question;
import app.naru.ui.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Takes all settings out into a file and in from one. */
final class TransferViewModel {

    private final SettingsTransfer transfer;
    private final Forwards forwards;
    private final PreferencesViewModel preferences;
    private final BackgroundTasks tasks;
    private final Questions questions;
    private final Runnable taken;
    private final ReadOnlyObjectWrapper<Optional<Told>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What came of it.
     *
     * @param good whether it worked
     */
    record Told(Sentence sentence, boolean good) {}

    /**
     * @param taken called when other settings have been taken in
     */
    TransferViewModel(
            SettingsTransfer transfer,
            Forwards forwards,
            PreferencesViewModel preferences,
            BackgroundTasks tasks,
            Questions questions,
            Runnable taken) {
        this.transfer = transfer;
        this.forwards = forwards;
        this.preferences = preferences;
        this.tasks = tasks;
        this.questions = questions;
        this.taken = taken;
    }

    /** Writes everything into that file. */
    void exportTo(Path file) {
        run(
                () -> {
                    transfer.exportTo(file);
                    return file;
                },
                written -> tell("settings.export.done", true, written));
    }

    /** Reads that file, asks, and takes it in. */
    void importFrom(Path file) {
        run(
                () -> {
                    SettingsBundle read = transfer.read(file);
                    InternetContacts.of(read.internet());
                    return read;
                },
                read ->
                        questions.ask(
                                new Question(
                                        Sentence.of("settings.import.title"),
                                        Sentence.of(
                                                "settings.import.text",
                                                file.getFileName(),
                                                read.forwards().size(),
                                                read.presets().size()),
                                        Sentence.of("settings.import.yes"),
                                        false),
                                () -> take(read)));
    }

    private void take(SettingsBundle bundle) {
        Set<String> open =
                forwards.open().stream()
                        .map(status -> status.forward().id())
                        .collect(Collectors.toSet());
        run(
                () -> transfer.take(bundle, open),
                result -> {
                    preferences.change(before -> bundle.preferences());
                    taken.run();
                    tell(
                            "settings.import.done",
                            true,
                            result.forwards(),
                            result.presets(),
                            result.leftOpen(),
                            result.before());
                });
    }

    private <T> void run(Callable<T> work, Consumer<T> success) {
        told.set(Optional.empty());
        Task<T> task = tasks.task(work);
        task.onSuccess(success)
                .onFailure(
                        InvalidInput.class,
                        wrong -> told.set(Optional.of(new Told(wrong.sentence(), false))))
                .onFailure(
                        IOException.class,
                        failure ->
                                tell(
                                        "settings.transfer.failed",
                                        false,
                                        String.valueOf(failure.getMessage())))
                .run();
    }

    private void tell(String key, boolean good, Object... arguments) {
        told.set(Optional.of(new Told(Sentence.of(key, arguments), good)));
    }

    /** What came of the last of it. */
    ReadOnlyObjectProperty<Optional<Told>> toldProperty() {
        return told.getReadOnlyProperty();
    }
}
