package app.naru.ui.internet;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.path.InternetContacts;
import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Whom Naru may contact on the Internet, while it is being changed. */
final class ContactsViewModel {

    private final Settings settings;
    private final BackgroundTasks tasks;
    private final Runnable saved;
    private final BooleanProperty allowed = new SimpleBooleanProperty();
    private final StringProperty stun = new SimpleStringProperty("");
    private final StringProperty echo = new SimpleStringProperty("");
    private final StringProperty check = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Sentence>> complaint =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param saved called when they have been kept
     */
    ContactsViewModel(Settings settings, BackgroundTasks tasks, Runnable saved) {
        this.settings = settings;
        this.tasks = tasks;
        this.saved = saved;
        show(settings.internet());
    }

    private void show(InternetServices services) {
        allowed.set(services.allowed());
        stun.set(String.join("\n", services.stun()));
        echo.set(String.join("\n", services.echo()));
        check.set(String.join("\n", services.check()));
    }

    /** Puts Naru's own lists in; nothing is kept yet. */
    void restore() {
        show(InternetServices.DEFAULT.withAllowed(allowed.get()));
    }

    /** Keeps them, unless one of them is none. */
    void save() {
        InternetServices wanted =
                new InternetServices(allowed.get(), lines(stun), lines(echo), lines(check));
        try {
            InternetContacts.of(wanted);
        } catch (InvalidInput wrong) {
            complaint.set(Optional.of(wrong.sentence()));
            return;
        }
        complaint.set(Optional.empty());
        tasks.task(
                        () -> {
                            settings.internet(wanted);
                            return wanted;
                        })
                .onSuccess(kept -> saved.run())
                .onFailure(
                        IOException.class,
                        failure ->
                                complaint.set(
                                        Optional.of(
                                                Sentence.of(
                                                        "notice.unwritable",
                                                        String.valueOf(failure.getMessage())))))
                .run();
    }

    private static List<String> lines(StringProperty text) {
        return text.get().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    BooleanProperty allowedProperty() {
        return allowed;
    }

    /** One in each line. */
    StringProperty stunProperty() {
        return stun;
    }

    /** One in each line. */
    StringProperty echoProperty() {
        return echo;
    }

    /** One in each line. */
    StringProperty checkProperty() {
        return check;
    }

    /** What is wrong with what was typed. */
    ReadOnlyObjectProperty<Optional<Sentence>> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }
}
