package app.naru.ui.internet;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.internet.CheckService;
import app.naru.path.Arrival;
import app.naru.path.Forwards;
import app.naru.path.InternetContacts;
import app.naru.path.OutsideCheck;
import app.naru.path.ServiceWords;
import app.naru.settings.Settings;
import app.naru.text.PlainPage;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Task;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A check from outside under way: by a phone, and by a service. */
final class CheckViewModel {

    private final Forwards forwards;
    private final Forward forward;
    private final Settings settings;
    private final BackgroundTasks tasks;
    private final BooleanProperty beginning = new SimpleBooleanProperty();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<URI>> link =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sentence>> limits = sentence();
    private final ReadOnlyObjectWrapper<Optional<Sentence>> impossible = sentence();
    private final ReadOnlyObjectWrapper<Optional<Arrival>> arrival =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sentence>> service = sentence();
    private Optional<OutsideCheck> check = Optional.empty();
    private Optional<Task.Running> underWay = Optional.empty();
    private boolean closed;

    CheckViewModel(Forwards forwards, Forward forward, Settings settings, BackgroundTasks tasks) {
        this.forwards = forwards;
        this.forward = forward;
        this.settings = settings;
        this.tasks = tasks;
    }

    private static ReadOnlyObjectWrapper<Optional<Sentence>> sentence() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    /** Begins to wait for the phone; opens another port for it where that has to be. */
    void begin() {
        tasks.task(() -> OutsideCheck.begin(forwards, forward, Texts.LANGUAGES, PlainPage::itWorks))
                .whileRunning(beginning)
                .onSuccess(this::begun)
                .onFailure(
                        IOException.class,
                        failure ->
                                impossible.set(
                                        Optional.of(
                                                Sentence.of(
                                                        "check.failed",
                                                        String.valueOf(failure.getMessage())))))
                .run();
    }

    private void begun(OutsideCheck.Beginning began) {
        switch (began) {
            case OutsideCheck.Beginning.Impossible(Sentence why) ->
                    impossible.set(Optional.of(why));
            case OutsideCheck.Beginning.Begun(OutsideCheck made) -> {
                check = Optional.of(made);
                if (closed) {
                    close();
                } else {
                    link.set(Optional.of(made.link()));
                    limits.set(made.limits());
                }
            }
        }
    }

    /** Looks who has come; called now and then. */
    void tick() {
        check.flatMap(CheckViewModel::mostTelling)
                .filter(now -> !arrival.get().equals(Optional.of(now)))
                .ifPresent(now -> arrival.set(Optional.of(now)));
    }

    /** Of several the one that proves most, the phone's before others'. */
    private static Optional<Arrival> mostTelling(OutsideCheck check) {
        List<Arrival> arrivals = check.arrivals();
        return arrivals.stream()
                .filter(each -> each.byPhone() && each.proves())
                .findFirst()
                .or(() -> arrivals.reversed().stream().filter(Arrival::byPhone).findFirst());
    }

    /** Has services connect, until one does. */
    void ask() {
        check.ifPresent(made ->
                underWay =
                        Optional.of(
                                tasks.task(() -> made.ask(services(), this::isAsking))
                                        .whileRunning(asking)
                                        .onSuccess(result ->
                                                service.set(Optional.of(ServiceWords.of(result))))
                                        .onFailure(
                                                InvalidInput.class,
                                                wrong -> service.set(Optional.of(wrong.sentence())))
                                        .onCancelled(() -> service.set(Optional.empty()))
                                        .run()));
    }

    private List<CheckService> services() {
        return InternetContacts.checkServices(settings);
    }

    private void isAsking(String host) {
        tasks.onViewThread(() -> {
            if (asking.get()) {
                service.set(Optional.of(Sentence.of("check.service.asking", host)));
            }
        });
    }

    /** Asks no more. */
    void cancel() {
        underWay.ifPresent(Task.Running::cancel);
    }

    /** Waits no more; what was opened for the check is closed in the background. */
    void close() {
        closed = true;
        cancel();
        check.ifPresent(made ->
                tasks.task(
                                () -> {
                                    made.close();
                                    return made;
                                })
                        .run());
        check = Optional.empty();
    }

    ReadOnlyBooleanProperty beginningProperty() {
        return beginning;
    }

    ReadOnlyBooleanProperty askingProperty() {
        return asking;
    }

    /** What to open on the phone. */
    ReadOnlyObjectProperty<Optional<URI>> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** What the check does not show. */
    ReadOnlyObjectProperty<Optional<Sentence>> limitsProperty() {
        return limits.getReadOnlyProperty();
    }

    /** Why nothing can be checked. */
    ReadOnlyObjectProperty<Optional<Sentence>> impossibleProperty() {
        return impossible.getReadOnlyProperty();
    }

    /** Who has come by the phone's link. */
    ReadOnlyObjectProperty<Optional<Arrival>> arrivalProperty() {
        return arrival.getReadOnlyProperty();
    }

    /** What comes of asking a service. */
    ReadOnlyObjectProperty<Optional<Sentence>> serviceProperty() {
        return service.getReadOnlyProperty();
    }
}
