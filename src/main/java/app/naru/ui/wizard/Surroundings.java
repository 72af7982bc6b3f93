package app.naru.ui.wizard;

import app.naru.server.LocalServer;
import app.naru.survey.Situation;
import app.naru.ui.BackgroundTasks;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** This PC as the wizard sees it, kept up to date. */
final class Surroundings {

    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>();
    private final UnaryOperator<List<LocalServer>> askKinds;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<List<LocalServer>> servers =
            new ReadOnlyObjectWrapper<>(List.of());
    private boolean asking;

    /**
     * Follows the situation without being held by it: what a wizard hangs on it goes with the
     * wizard.
     *
     * @param askKinds finds out what kind of servers they are; may block
     */
    Surroundings(
            ReadOnlyObjectProperty<Situation> situation,
            UnaryOperator<List<LocalServer>> askKinds,
            BackgroundTasks tasks) {
        this.situation.bind(situation);
        this.askKinds = askKinds;
        this.tasks = tasks;
        this.situation.subscribe(this::look);
    }

    /** What has been asked stays on show until the next answers are there: nothing flickers. */
    private void look(Situation now) {
        List<LocalServer> found = now.servers().known().orElse(List.of());
        if (servers.get().isEmpty() || found.isEmpty()) {
            servers.set(found);
        }
        if (!asking && !found.isEmpty()) {
            asking = true;
            tasks.task(() -> askKinds.apply(found)).onSuccess(this::answered).run();
        }
    }

    private void answered(List<LocalServer> asked) {
        asking = false;
        servers.set(asked);
    }

    ReadOnlyObjectProperty<Situation> situation() {
        return situation.getReadOnlyProperty();
    }

    /** The servers of this PC, the likeliest first. */
    ReadOnlyObjectProperty<List<LocalServer>> servers() {
        return servers.getReadOnlyProperty();
    }
}
