package app.naru.ui.addresses;

import app.naru.forward.Sentence;
import app.naru.internet.PublicAddresses;
import app.naru.internet.RouterWord;
import app.naru.internet.WayIn;
import app.naru.path.Forwards;
import app.naru.path.RouterDevice;
import app.naru.path.RouterStanding;
import app.naru.path.RouterWords;
import app.naru.router.Answer;
import app.naru.router.Found;
import app.naru.router.MappedPort;
import app.naru.router.Mapping;
import app.naru.router.Refusal;
import app.naru.router.RouterFinder;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Questions;
import app.naru.ui.Questions.Question;
import app.naru.ui.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The routers that answer, and what they send where. */
final class RouterViewModel {

    private final RouterFinder finder;
    private final Forwards forwards;
    private final Supplier<Situation> situation;
    private final BackgroundTasks tasks;
    private final Questions questions;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Searching(0, Sentence.of("path.looking")));
    private final ReadOnlyObjectWrapper<Optional<Sentence>> trouble =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Task.Running> searching = Optional.empty();

    /** How far it has come. */
    sealed interface State {

        /**
         * @param part of the longest time that it takes, 0 to 1
         */
        record Searching(double part, Sentence what) implements State {}

        /** The search was cancelled. */
        record Stopped() implements State {}

        /** No router has answered. */
        record Silent() implements State {}

        /**
         * @param word what the routers say of their address on the Internet
         * @param way how visitors from the Internet would get here
         */
        record Answered(List<Device> devices, RouterWord word, WayIn way) implements State {}
    }

    /** Whose an entry of the router's is. */
    enum Owner {
        /** A forward that is open here: closing it takes it back. */
        OPEN_FORWARD,
        /** Naru's on this PC, and not needed any more. */
        OURS,
        /** Another device's or program's. */
        OTHERS
    }

    record Entry(RouterDevice device, MappedPort port, Owner owner) {}

    /**
     * @param entries empty where the router does not tell them
     * @param own those that open forwards have it keep, by which it is known where it does not tell
     */
    record Device(
            RouterDevice router,
            Sentence external,
            Optional<List<Entry>> entries,
            List<Entry> own) {}

    RouterViewModel(
            RouterFinder finder,
            Forwards forwards,
            Supplier<Situation> situation,
            BackgroundTasks tasks,
            Questions questions) {
        this.finder = finder;
        this.forwards = forwards;
        this.situation = situation;
        this.tasks = tasks;
        this.questions = questions;
    }

    /** Looks for routers and asks them. */
    void search() {
        searching.ifPresent(Task.Running::cancel);
        trouble.set(Optional.empty());
        state.set(new State.Searching(0, Sentence.of("router.search.asking")));
        searching = Optional.of(tasks.task(this::look).onSuccess(state::set).run());
    }

    /** Searches no further. */
    void cancel() {
        searching.ifPresent(Task.Running::cancel);
        searching = Optional.empty();
        if (state.get() instanceof State.Searching) {
            state.set(new State.Stopped());
        }
    }

    private State look() throws InterruptedException {
        Found found = finder.find((part, what) -> tasks.onViewThread(() -> progress(part, what)));
        if (found.best().isEmpty()) {
            return new State.Silent();
        }
        RouterWord word = RouterWords.of(found);
        PublicAddresses told = situation.get().outside().known().orElse(PublicAddresses.NONE);
        return new State.Answered(
                RouterDevice.of(found).stream().map(this::ask).toList(), word, way(word, told));
    }

    private WayIn way(RouterWord word, PublicAddresses told) {
        return WayIn.of(
                word,
                told,
                situation.get().network().known().stream().flatMap(Network::addresses).toList());
    }

    /** Weighs what the router says against what the Internet tells. */
    void compare(PublicAddresses told) {
        if (state.get()
                        instanceof
                        State.Answered(List<Device> devices, RouterWord word, WayIn before)
                && !way(word, told).equals(before)) {
            state.set(new State.Answered(devices, word, way(word, told)));
        }
    }

    private void progress(double part, Sentence what) {
        if (state.get() instanceof State.Searching) {
            state.set(new State.Searching(part, what));
        }
    }

    private Device ask(RouterDevice device) {
        return new Device(
                device,
                device.externalInWords(),
                device.list()
                        .map(ports ->
                                ports.stream()
                                        .map(port -> new Entry(device, port, owner(device, port)))
                                        .toList()),
                own(device));
    }

    private List<Entry> own(RouterDevice device) {
        return forwards.open().stream()
                .flatMap(open -> forwards.standing(open.forward()).router().stream())
                .filter(RouterStanding::maps)
                .flatMap(standing -> standing.mappings().stream())
                .filter(mapping -> mapping.router().address().equals(device.at().address()))
                .map(mapping -> new Entry(device, MappedPort.of(mapping), Owner.OPEN_FORWARD))
                .toList();
    }

    private Owner owner(RouterDevice device, MappedPort port) {
        if (!port.internalClient().equals(device.at().own())) {
            return Owner.OTHERS;
        }
        if (forwards.keeps(port)) {
            return Owner.OPEN_FORWARD;
        }
        return port.ours(device.at().own()) ? Owner.OURS : Owner.OTHERS;
    }

    /** Takes back an entry of Naru's own, after asking. */
    void remove(Entry entry) {
        if (entry.owner() != Owner.OURS) {
            throw new IllegalArgumentException("only what is Naru's own is taken back");
        }
        MappedPort port = entry.port();
        questions.ask(
                new Question(
                        Sentence.of("addresses.remove.title"),
                        Sentence.of(
                                "addresses.remove.text",
                                port.protocol().name(),
                                port.externalPort(),
                                port.internalPort()),
                        Sentence.of("addresses.remove.yes"),
                        true),
                () -> takeBack(entry));
    }

    private void takeBack(Entry entry) {
        tasks.task(() ->
                        entry.device()
                                .listing()
                                .unmap(Mapping.listed(entry.device().at(), entry.port())))
                .onSuccess(answer -> {
                    search();
                    if (answer instanceof Answer.Refused<Mapping>(Refusal why)) {
                        trouble.set(Optional.of(why.sentence()));
                    }
                })
                .run();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why an entry could not be taken back. */
    ReadOnlyObjectProperty<Optional<Sentence>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
