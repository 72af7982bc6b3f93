package app.naru.ui.wizard;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.HopView;
import app.naru.path.Opening;
import app.naru.path.Plan;
import app.naru.path.SavedForwards;
import app.naru.path.Step;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Field;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The page that opens it: what will be changed, then each change as it is made. */
final class OpeningViewModel {

    /** How far it is. */
    sealed interface Progress {

        /** Nothing has been changed yet. */
        record Ready() implements Progress {}

        /**
         * Changes are being made.
         *
         * @param steps those begun so far, each as it stands
         * @param stopping whether all is to be taken back as soon as Windows lets go
         */
        record Running(List<Step> steps, boolean stopping) implements Progress {}

        /** It could not be opened, and nothing is left of it. */
        record Failed(List<Step> steps, Sentence why, Optional<Port> otherPort)
                implements Progress {}

        /** It is open. */
        record Open(List<Step> steps, Forward forward) implements Progress {}
    }

    private final Draft draft;
    private final SavedForwards savedForwards;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress.Ready());
    private final ObjectProperty<Optional<Sentence>> stopped =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<Optional<Plan>> plan;
    private final ObjectBinding<List<HopView>> hops;
    private final BooleanBinding canOpen;

    OpeningViewModel(Draft draft, SavedForwards savedForwards, BackgroundTasks tasks) {
        this.draft = draft;
        this.savedForwards = savedForwards;
        this.tasks = tasks;
        plan =
                Bindings.createObjectBinding(
                        draft::plan, draft.reading(), draft.situation(), draft.agreed());
        hops = Bindings.createObjectBinding(this::readHops, plan, progress);
        canOpen = Bindings.createBooleanBinding(this::mayOpen, plan, progress);
        draft.reading().addListener((observed, before, now) -> startOver());
    }

    private List<HopView> readHops() {
        return OpeningHops.of(
                draft.hops().orElse(List.of()),
                plan.get().map(Plan::changes).orElse(List.of()),
                steps());
    }

    /** How the hops stand, those that are open by now among them. */
    ObjectBinding<List<HopView>> hops() {
        return hops;
    }

    /** What failed with other entries says nothing about these. */
    private void startOver() {
        if (progress.get() instanceof Progress.Failed) {
            progress.set(new Progress.Ready());
        }
    }

    private boolean mayOpen() {
        boolean clear = plan.get().filter(each -> each.obstacles().isEmpty()).isPresent();
        return switch (progress.get()) {
            case Progress.Ready ready -> clear;
            case Progress.Failed failed -> clear;
            case Progress.Running running -> false;
            case Progress.Open open -> false;
        };
    }

    /** Opens it, unless that is under way. */
    void open() {
        if (!canOpen.get()) {
            return;
        }
        Forward forward = draft.forward().orElseThrow();
        stopped.set(Optional.empty());
        progress.set(new Progress.Running(List.of(), false));
        Set<FirewallChange> agreed = draft.agreed().get();
        Consumer<Step> arriving = tasks.onViewThread(this::step);
        tasks.task(() -> savedForwards.open(forward, agreed, arriving))
                .onSuccess(opening -> over(forward, opening))
                .onFailure(InvalidInput.class, refused -> failed(refused.sentence()))
                .onFailure(IOException.class, e -> failed(notSaved(e)))
                .onFailure(RuntimeException.class, this::brokeOff)
                .run();
    }

    /** Whoever shows the error, the wizard can be left. */
    private void brokeOff(RuntimeException unexpected) {
        progress.set(new Progress.Ready());
        throw unexpected;
    }

    private static Sentence notSaved(IOException e) {
        return Sentence.of("wizard.open.notSaved", String.valueOf(e.getMessage()));
    }

    private void step(Step step) {
        if (progress.get() instanceof Progress.Running(List<Step> steps, boolean stopping)) {
            TreeMap<Integer, Step> byNumber = new TreeMap<>();
            steps.forEach(each -> byNumber.put(each.number(), each));
            byNumber.put(step.number(), step);
            progress.set(new Progress.Running(List.copyOf(byNumber.values()), stopping));
        }
    }

    private void over(Forward forward, Opening opening) {
        boolean stopping = progress.get() instanceof Progress.Running running && running.stopping();
        switch (opening) {
            case Opening.Opened opened when stopping -> takeBack(forward);
            case Opening.Opened opened -> progress.set(new Progress.Open(steps(), forward));
            case Opening.NotOpened notOpened when stopping -> wasStopped();
            case Opening.NotOpened(Sentence why, boolean declined, Optional<Port> other) ->
                    progress.set(new Progress.Failed(steps(), why, other));
        }
    }

    private void failed(Sentence why) {
        progress.set(new Progress.Failed(steps(), why, Optional.empty()));
    }

    /** Returns the changes begun so far, each as it stands. */
    List<Step> steps() {
        return switch (progress.get()) {
            case Progress.Ready ready -> List.of();
            case Progress.Running running -> running.steps();
            case Progress.Failed failed -> failed.steps();
            case Progress.Open open -> open.steps();
        };
    }

    /** Takes back what is being opened as soon as the step under way is over. */
    void stop() {
        if (progress.get() instanceof Progress.Running(List<Step> steps, boolean stopping)) {
            progress.set(new Progress.Running(steps, true));
        }
    }

    private void takeBack(Forward forward) {
        tasks.task(() ->
                        draft.editing()
                                ? savedForwards.close(forward.id(), step -> {})
                                : savedForwards.remove(forward.id(), step -> {}))
                .onSuccess(left ->
                        left.stream()
                                .findFirst()
                                .flatMap(Step::outcome)
                                .ifPresentOrElse(
                                        outcome -> failed(outcome.sentence()), this::wasStopped))
                .onFailure(IOException.class, e -> failed(notSaved(e)))
                .onFailure(RuntimeException.class, this::brokeOff)
                .run();
    }

    private void wasStopped() {
        stopped.set(Optional.of(Sentence.of("wizard.open.stopped")));
        progress.set(new Progress.Ready());
    }

    /** Goes on with another port of this PC; the server's own stays. */
    void usePort(Port other) {
        Field<PortRange> ports = draft.listen().ports();
        PortRange moved =
                ports.reading()
                        .get()
                        .good()
                        .map(entered -> entered.movedTo(other))
                        .orElseGet(() -> PortRange.of(other));
        ports.text().set(moved.toString());
    }

    /** Returns whether changes are being made right now. */
    boolean isRunning() {
        return progress.get() instanceof Progress.Running;
    }

    Draft draft() {
        return draft;
    }

    /** What would be changed and what is in the way; empty while an entry is wrong. */
    ObjectBinding<Optional<Plan>> plan() {
        return plan;
    }

    /** Whether nothing known is in the way and nothing is under way. */
    BooleanBinding canOpen() {
        return canOpen;
    }

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** That it was stopped on request and all was taken back; empty otherwise. */
    ObjectProperty<Optional<Sentence>> stopped() {
        return stopped;
    }
}
