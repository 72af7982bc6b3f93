package app.naru.ui.wizard;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.server.Listener;
import app.naru.server.LocalServer;
import app.naru.server.Program;
import app.naru.server.ServerKind;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.wsl.Distro;
import app.naru.wsl.Wsl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The first page: which server is it? */
final class ServerViewModel {

    private final Draft draft;
    private final SampleHost samplePage;
    private final BooleanProperty showAll = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<Sentence>> sampleTrouble =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<List<LocalServer>> offered;
    private final ObjectBinding<List<LocalServer>> shown;
    private final ObjectBinding<Optional<LocalServer>> chosen;
    private final ObjectBinding<Optional<Sentence>> listState;
    private final ObjectBinding<Optional<Sentence>> portNote;
    private final ObjectBinding<Optional<Sentence>> httpAdvice;
    private final ObjectBinding<List<String>> distros;
    private final ObjectBinding<Optional<Sentence>> noWsl;
    private final BooleanBinding wslOffered;
    private boolean untouched;
    private boolean suggested;

    ServerViewModel(Draft draft, SampleHost samplePage) {
        this.draft = draft;
        this.samplePage = samplePage;
        ServerDraft server = draft.server();
        offered = Bindings.createObjectBinding(this::withoutNaru, draft.servers());
        shown = Bindings.createObjectBinding(this::likely, offered, showAll);
        chosen =
                Bindings.createObjectBinding(
                        () -> SuggestedName.chosen(server, draft.servers().get()),
                        draft.servers(),
                        server.protocol(),
                        server.place(),
                        server.distro(),
                        server.ports().reading());
        listState = Bindings.createObjectBinding(this::readListState, draft.situation(), shown);
        portNote =
                Bindings.createObjectBinding(
                        this::readPortNote,
                        chosen,
                        draft.situation(),
                        draft.sample(),
                        server.protocol(),
                        server.place(),
                        server.ports().reading());
        httpAdvice = Bindings.createObjectBinding(this::readHttpAdvice, chosen, draft.http().on());
        distros = Bindings.createObjectBinding(this::readDistros, draft.situation());
        noWsl = Bindings.createObjectBinding(this::readNoWsl, draft.situation());
        wslOffered =
                Bindings.createBooleanBinding(
                        this::readWslOffered, draft.situation(), server.place());
        untouched = server.ports().text().get().isBlank();
        server.ports().text().addListener(changed -> touch());
        shown.subscribe(this::chooseTheOnlyOne);
        server.ports().text().addListener(changed -> draft.sample().set(false));
        server.place().addListener(changed -> draft.sample().set(false));
        server.protocol().addListener(changed -> draft.sample().set(false));
    }

    /** Naru's own relays are no servers to open again. */
    private List<LocalServer> withoutNaru() {
        long own = draft.situation().get().ownPid();
        return draft.servers().get().stream()
                .filter(each ->
                        each.program().map(Program::pid).filter(pid -> pid == own).isEmpty())
                .toList();
    }

    private List<LocalServer> likely() {
        return offered.get().stream()
                .filter(each -> showAll.get() || each.rank() != ServerKind.Rank.UNLIKELY)
                .toList();
    }

    private Optional<Sentence> readListState() {
        return switch (draft.situation().get().listeners()) {
            case Fact.Pending<List<Listener>> pending -> Optional.of(Sentence.of("path.looking"));
            case Fact.Unknown<List<Listener>> unknown ->
                    Optional.of(Sentence.of("wizard.server.list.unknown", unknown.reason()));
            case Fact.Known<List<Listener>> known ->
                    shown.get().isEmpty()
                            ? Optional.of(Sentence.of("wizard.server.list.empty"))
                            : Optional.empty();
        };
    }

    /** Whether it is not known yet who listens on this PC. */
    boolean isLooking() {
        return draft.situation().get().listeners() instanceof Fact.Pending<List<Listener>>;
    }

    private Optional<Sentence> readHttpAdvice() {
        return chosen.get()
                .filter(server -> !draft.http().on().get())
                .map(LocalServer::kind)
                .filter(ServerKind::wantsOwnName)
                .map(kind -> Sentence.of("wizard.server.http.advice", kind.title()));
    }

    private Optional<Sentence> readPortNote() {
        Optional<Port> port =
                draft.server().ports().reading().get().good().map(range -> range.first());
        ServerDraft.Place place = draft.server().place().get();
        if (place == ServerDraft.Place.DEVICE || port.isEmpty()) {
            return Optional.empty();
        }
        if (place == ServerDraft.Place.WSL) {
            return chosen.get().map(ServerViewModel::listening);
        }
        if (draft.sample().get()) {
            return Optional.of(Sentence.of("wizard.server.note.sample", port.get()));
        }
        if (draft.situation().get().listeners().known().isEmpty()) {
            return Optional.of(Sentence.of("wizard.server.note.unseen", port.get()));
        }
        return Optional.of(
                chosen.get()
                        .map(ServerViewModel::listening)
                        .orElseGet(() ->
                                Sentence.of(
                                        "wizard.server.note.nothing",
                                        draft.server().protocol().get().name(),
                                        port.get())));
    }

    private static Sentence listening(LocalServer server) {
        if (server.distro().isPresent() && server.program().isEmpty()) {
            return Sentence.of("path.server.inWsl", server.port());
        }
        return server.program()
                .map(program -> Sentence.of("path.server.program", program.name(), server.port()))
                .orElseGet(() -> Sentence.of("path.server.listens", server.port()));
    }

    private List<String> readDistros() {
        return draft.situation().get().wsl().known().stream()
                .flatMap(wsl -> wsl.distros().stream())
                .map(Distro::name)
                .toList();
    }

    private Optional<Sentence> readNoWsl() {
        return switch (draft.situation().get().wsl()) {
            case Fact.Pending<Wsl> pending ->
                    draft.situation().get().system() == Situation.OperatingSystem.WINDOWS
                            ? Optional.of(Sentence.of("path.looking"))
                            : Optional.of(Sentence.of("survey.wsl.notHere"));
            case Fact.Unknown<Wsl> unknown -> Optional.of(unknown.reason());
            case Fact.Known<Wsl>(Wsl wsl) ->
                    wsl.installed() ? Optional.empty() : Optional.of(Sentence.of("path.wsl.none"));
        };
    }

    /** Who has WSL will look for it there; who has none is not bothered. */
    private boolean readWslOffered() {
        Situation now = draft.situation().get();
        return draft.server().place().get() == ServerDraft.Place.WSL
                || (now.system() == Situation.OperatingSystem.WINDOWS
                        && now.wsl().known().map(Wsl::installed).orElse(true));
    }

    /** What else could be meant? Once something was chosen or typed, this is over. */
    private void chooseTheOnlyOne(List<LocalServer> now) {
        if (untouched && now.size() == 1) {
            choose(now.getFirst());
            suggested = true;
        }
    }

    private void touch() {
        untouched = false;
        suggested = false;
    }

    /** Takes that server; a preset for another kind no longer counts. */
    void choose(LocalServer server) {
        draft.preset().set(draft.preset().get().filter(preset -> preset.fits(server.kind())));
        draft.server()
                .place()
                .set(
                        server.distro().isPresent()
                                ? ServerDraft.Place.WSL
                                : ServerDraft.Place.THIS_PC);
        server.distro().ifPresent(draft.server().distro()::set);
        draft.server().protocol().set(server.protocol());
        draft.server().ports().text().set(server.port().toString());
    }

    /** Serves Naru's sample page and takes it. */
    void useSample() {
        try {
            Port port = samplePage.start();
            draft.server().place().set(ServerDraft.Place.THIS_PC);
            draft.server().protocol().set(Protocol.TCP);
            draft.server().ports().text().set(port.toString());
            draft.sample().set(true);
            sampleTrouble.set(Optional.empty());
        } catch (IOException e) {
            sampleTrouble.set(
                    Optional.of(
                            Sentence.of(
                                    "wizard.server.sample.failed",
                                    String.valueOf(e.getMessage()))));
        }
    }

    Draft draft() {
        return draft;
    }

    /** Whether parts of the system and databases are listed too. */
    BooleanProperty showAll() {
        return showAll;
    }

    /** What to choose from, the likeliest first. */
    ObjectBinding<List<LocalServer>> shown() {
        return shown;
    }

    /** The listed server that is the entered one; empty where the entered one is not listed. */
    ObjectBinding<Optional<LocalServer>> chosen() {
        return chosen;
    }

    /** What to say instead of the list; empty where there is a list. */
    ObjectBinding<Optional<Sentence>> listState() {
        return listState;
    }

    /** What is known of the entered port. */
    ObjectBinding<Optional<Sentence>> portNote() {
        return portNote;
    }

    /** Why HTTP mode may be needed; empty where nothing speaks for it. */
    ObjectBinding<Optional<Sentence>> httpAdvice() {
        return httpAdvice;
    }

    ObjectBinding<List<String>> distros() {
        return distros;
    }

    /** Whether the port is the page's own suggestion, which typing replaces. */
    boolean isSuggested() {
        return suggested;
    }

    /** Whether WSL is a place to choose: it is there, or it can't be told. */
    BooleanBinding wslOffered() {
        return wslOffered;
    }

    /** Why the server can't be in WSL; empty where it can. */
    ObjectBinding<Optional<Sentence>> noWsl() {
        return noWsl;
    }

    /** Why the sample page could not be served; empty where nothing went wrong. */
    ObjectProperty<Optional<Sentence>> sampleTrouble() {
        return sampleTrouble;
    }
}
