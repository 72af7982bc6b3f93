package app.naru.ui;

import app.naru.path.Forwards;
import app.naru.survey.Situation;
import app.naru.survey.Survey;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** This PC's situation for all windows: looked at again on request, shown as it arrives. */
public final class LiveSituation {

    private final Survey survey;
    private final Forwards forwards;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Situation> situation;
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private boolean lookAgain;
    private Runnable afterwards = () -> {};

    public LiveSituation(Survey survey, Forwards forwards, BackgroundTasks tasks) {
        this.survey = survey;
        this.forwards = forwards;
        this.tasks = tasks;
        this.situation = new ReadOnlyObjectWrapper<>(survey.unseen());
    }

    /** What is known so far; its parts are pending until they have been looked at once. */
    public ReadOnlyObjectProperty<Situation> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    public Situation situation() {
        return situation.get();
    }

    /** Looks at this PC again; while it is being looked at, once more afterwards. */
    public void refresh() {
        refresh(() -> {});
    }

    /** Looks at this PC again and does this when all has been seen and told to the forwards. */
    public void refresh(Runnable whenSeen) {
        Runnable before = afterwards;
        afterwards =
                () -> {
                    before.run();
                    whenSeen.run();
                };
        if (looking.get()) {
            lookAgain = true;
            return;
        }
        tasks.task(this::look).whileRunning(looking).onSuccess(this::seen).run();
    }

    private Situation look() {
        // Parts that were known stay on show until the survey is over: nothing flickers.
        boolean first = situation.get().equals(survey.unseen());
        Situation whole =
                survey.look(
                                soFar -> {
                                    if (first) {
                                        tasks.onViewThread(() -> situation.set(soFar));
                                    }
                                })
                        .join();
        Situation known = whole.withLateKept(situation.get());
        forwards.situation(known);
        return known;
    }

    private void seen(Situation whole) {
        situation.set(whole);
        if (lookAgain) {
            lookAgain = false;
            refresh();
            return;
        }
        Runnable now = afterwards;
        afterwards = () -> {};
        now.run();
    }
}
