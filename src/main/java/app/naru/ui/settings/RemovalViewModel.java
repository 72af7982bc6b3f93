package app.naru.ui.settings;

import app.naru.forward.Sentence;
import app.naru.path.Traces;
import app.naru.path.Traces.Result;
import app.naru.path.Traces.Trace;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Removes everything that Naru has made: looks, shows what will go, removes, says what became. */
final class RemovalViewModel {

    private final Traces traces;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private Optional<Task.Running> looking = Optional.empty();

    /** How far it has come. */
    sealed interface State {

        record Idle() implements State {}

        record Looking() implements State {}

        /** That is what there is; nothing has been removed. */
        record Found(List<Trace> traces) implements State {}

        /**
         * @param total so many there are
         */
        record Removing(List<Result> over, int total) implements State {}

        record Over(List<Result> results) implements State {

            /** Whether all is gone. */
            boolean good() {
                return results.stream().allMatch(result -> result.outcome().good());
            }
        }

        record Failed(Sentence why) implements State {}
    }

    RemovalViewModel(Traces traces, BackgroundTasks tasks) {
        this.traces = traces;
        this.tasks = tasks;
    }

    /** Looks what there is to remove; takes seconds. */
    void look() {
        state.set(new State.Looking());
        looking =
                Optional.of(
                        tasks.task(traces::look)
                                .onSuccess(found -> state.set(new State.Found(found)))
                                .onFailure(IOException.class, this::failed)
                                .run());
    }

    /** Looks no further, or removes nothing. */
    void cancel() {
        looking.ifPresent(Task.Running::cancel);
        if (!(state.get() instanceof State.Removing)) {
            state.set(new State.Idle());
        }
    }

    /** Removes what was found. The user has seen it and said yes. */
    void remove() {
        if (!(state.get() instanceof State.Found(List<Trace> found))) {
            return;
        }
        state.set(new State.Removing(List.of(), found.size()));
        tasks.task(
                        () -> {
                            List<Result> results = new ArrayList<>();
                            traces.remove(
                                    found,
                                    result -> {
                                        results.add(result);
                                        tasks.onViewThread(() -> add(result));
                                    });
                            return List.copyOf(results);
                        })
                .onSuccess(results -> state.set(new State.Over(results)))
                .run();
    }

    private void add(Result result) {
        if (state.get() instanceof State.Removing(List<Result> over, int total)) {
            List<Result> more = new ArrayList<>(over);
            more.add(result);
            state.set(new State.Removing(List.copyOf(more), total));
        }
    }

    private void failed(IOException failure) {
        state.set(
                new State.Failed(
                        Sentence.of("traces.failed", String.valueOf(failure.getMessage()))));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
