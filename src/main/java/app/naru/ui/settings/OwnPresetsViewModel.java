package app.naru.ui.settings;

import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Preset;
import app.naru.forward.Sentence;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The user's own presets: saved from a forward, edited, removed. */
final class OwnPresetsViewModel {

    private final Settings settings;
    private final BackgroundTasks tasks;
    private final ObservableList<Preset> presets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Sentence>> trouble =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    OwnPresetsViewModel(Settings settings, BackgroundTasks tasks) {
        this.settings = settings;
        this.tasks = tasks;
        look();
    }

    /** Shows those that are kept now. */
    void look() {
        presets.setAll(settings.presets());
    }

    /** Returns the forwards that a preset can be saved from. */
    List<Forward> forwards() {
        return settings.forwards().stream().map(SavedForward::forward).toList();
    }

    /** Keeps what makes that forward as a preset. */
    void save(Forward forward) {
        Preset preset = Preset.of(forward);
        put(preset.named(freeName(preset.name())));
    }

    private ForwardName freeName(ForwardName wanted) {
        ForwardName name = wanted;
        for (int n = 2; isTaken(name, preset -> true); n++) {
            name = wanted.numbered(n);
        }
        return name;
    }

    /** Whether a preset that fits has that name. */
    private boolean isTaken(ForwardName name, Predicate<Preset> which) {
        return presets.stream()
                .filter(which)
                .anyMatch(preset -> preset.name().text().equalsIgnoreCase(name.text()));
    }

    /** Whether another preset than this has that name. */
    boolean isTakenByOther(Preset of, ForwardName name) {
        return isTaken(name, other -> !other.id().equals(of.id()));
    }

    /** Keeps the preset, in the place of the one with the same id. */
    void put(Preset preset) {
        List<Preset> changed = new ArrayList<>(presets);
        int index = ids().indexOf(preset.id());
        if (index < 0) {
            changed.add(preset);
        } else {
            changed.set(index, preset);
        }
        keep(changed);
    }

    void remove(Preset preset) {
        keep(presets.stream().filter(each -> !each.id().equals(preset.id())).toList());
    }

    private List<String> ids() {
        return presets.stream().map(Preset::id).toList();
    }

    private void keep(List<Preset> changed) {
        trouble.set(Optional.empty());
        presets.setAll(changed);
        tasks.task(
                        () -> {
                            settings.presets(changed);
                            return changed;
                        })
                .onFailure(IOException.class, this::failed)
                .run();
    }

    private void failed(IOException failure) {
        look();
        trouble.set(
                Optional.of(
                        Sentence.of("notice.unwritable", String.valueOf(failure.getMessage()))));
    }

    /** The presets, oldest first. */
    ObservableList<Preset> presets() {
        return presets;
    }

    /** Why they could not be kept. */
    ReadOnlyObjectProperty<Optional<Sentence>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
