package app.naru.ui.wizard;

import app.naru.forward.HttpNames;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Preset;
import app.naru.forward.Sentence;
import app.naru.server.KnownPreset;
import app.naru.server.LocalServer;
import app.naru.ui.learn.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/** What usual servers want: fills the wizard's pages, and says what has to be known. */
final class PresetViewModel {

    private final Draft draft;
    private final ObservableValue<Optional<LocalServer>> listening;
    private final List<KnownPreset> choices;
    private final ObjectBinding<List<Sentence>> notes;
    private final ObjectBinding<Optional<String>> start;
    private final ObjectBinding<Optional<Topic>> topic;

    /**
     * @param listening what listens at the place and port that is entered
     * @param own the user's own presets
     */
    PresetViewModel(
            Draft draft, ObservableValue<Optional<LocalServer>> listening, List<Preset> own) {
        this.draft = draft;
        this.listening = listening;
        this.choices = KnownPreset.all(own);
        notes = Bindings.createObjectBinding(this::readNotes, draft.preset(), listening);
        start =
                Bindings.createObjectBinding(
                        this::readStart,
                        draft.preset(),
                        listening,
                        draft.server().place(),
                        draft.server().ports().reading());
        topic =
                Bindings.createObjectBinding(
                        () -> draft.preset().get().flatMap(KnownPreset::usual).flatMap(Topic::of),
                        draft.preset());
    }

    /** Fills in what it wants. Everything can be changed afterwards; where the server is stays. */
    void choose(KnownPreset choice) {
        Preset preset = choice.preset();
        draft.server().protocol().set(preset.protocol());
        draft.server().ports().text().set(preset.ports().toString());
        draft.http().wanted().set(preset.http().isPresent());
        draft.http()
                .names()
                .text()
                .set(preset.http().map(HttpNames::toString).orElse("").replace(",", ", "));
        draft.audience().suggest(preset.audience(), preset.lifetime());
        draft.preset().set(Optional.of(choice));
    }

    private List<Sentence> readNotes() {
        List<Sentence> all = new ArrayList<>();
        draft.preset()
                .get()
                .ifPresent(choice -> {
                    listening
                            .getValue()
                            .filter(server -> !choice.fits(server.kind()))
                            .ifPresent(server -> all.add(other(choice, server)));
                    all.addAll(choice.notes());
                });
        return List.copyOf(all);
    }

    private static Sentence other(KnownPreset choice, LocalServer server) {
        return Sentence.of(
                "wizard.preset.other", server.port(), server.kind().title(), choice.title());
    }

    /** Only while nothing listens there: who sees the server running needs no telling. */
    private Optional<String> readStart() {
        boolean missing =
                listening.getValue().isEmpty()
                        && draft.server().place().get() != ServerDraft.Place.DEVICE;
        return draft.preset()
                .get()
                .filter(choice -> missing)
                .flatMap(KnownPreset::usual)
                .flatMap(usual -> port().flatMap(usual::startCommand).or(usual::startCommand));
    }

    private Optional<Port> port() {
        return draft.server().ports().reading().get().good().map(PortRange::first);
    }

    /** What there is to choose from. */
    List<KnownPreset> choices() {
        return choices;
    }

    /** Returns what a choice is for, in a few characters: {@code TCP 8000}. */
    static String ports(KnownPreset choice) {
        PortRange ports = choice.preset().ports();
        Port first = ports.first();
        return choice.preset().protocol().name() + " " + (ports.size() == 1 ? first : ports);
    }

    /** The one that was chosen; empty for none. */
    ObjectProperty<Optional<KnownPreset>> chosen() {
        return draft.preset();
    }

    /** What has to be known of it, the most important first. */
    ObservableValue<List<Sentence>> notes() {
        return notes;
    }

    /** The command that starts such a server, while none is there. */
    ObservableValue<Optional<String>> start() {
        return start;
    }

    /** The page of Learn that goes with it. */
    ObservableValue<Optional<Topic>> topic() {
        return topic;
    }
}
