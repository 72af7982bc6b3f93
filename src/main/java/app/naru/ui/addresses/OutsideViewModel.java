package app.naru.ui.addresses;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.IpVersion;
import app.naru.internet.OutsideView;
import app.naru.internet.PublicAddresses;
import app.naru.internet.SourceAnswer;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Task;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the Internet sees of this home, asked for only when the user wants to know. */
final class OutsideViewModel {

    private final OutsideView outside;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.NotAsked());
    private Optional<Task.Running> asking = Optional.empty();

    /** How far it has come. */
    sealed interface State {

        /** Nobody has been asked. */
        record NotAsked() implements State {}

        /**
         * @param so what has been answered so far
         */
        record Asking(List<SourceAnswer> so) implements State {}

        record Seen(PublicAddresses addresses) implements State {}

        /** Nobody can be asked, and why. */
        record Nobody(Sentence why) implements State {}
    }

    OutsideViewModel(OutsideView outside, BackgroundTasks tasks) {
        this.outside = outside;
        this.tasks = tasks;
    }

    /** Asks where somebody has wanted to know already; leaves it be otherwise. */
    void lookIfWanted() {
        if (outside.isWanted() && state.get() instanceof State.NotAsked) {
            ask();
        }
    }

    /** Asks everyone, anew if it was asked before. */
    void ask() {
        if (state.get() instanceof State.Asking) {
            return;
        }
        if (state.get() instanceof State.Seen) {
            outside.forget();
        }
        outside.want();
        state.set(new State.Asking(List.of()));
        asking =
                Optional.of(
                        tasks.task(() -> outside.ask(tasks.onViewThread(this::answered)))
                                .onSuccess(this::show)
                                .onCancelled(() -> state.set(new State.NotAsked()))
                                .run());
    }

    /** Waits for no more answers. */
    void cancel() {
        asking.ifPresent(Task.Running::cancel);
    }

    private void answered(SourceAnswer answer) {
        if (state.get() instanceof State.Asking(List<SourceAnswer> so)) {
            List<SourceAnswer> more = new ArrayList<>(so);
            more.add(answer);
            state.set(new State.Asking(List.copyOf(more)));
        }
    }

    private void show(OutsideView.View view) {
        state.set(
                switch (view) {
                    case OutsideView.View.SwitchedOff off ->
                            new State.Nobody(Sentence.of("internet.off"));
                    case OutsideView.View.Unusable(Sentence why) -> new State.Nobody(why);
                    case OutsideView.View.NotWanted notWanted -> new State.NotAsked();
                    case OutsideView.View.Looked(PublicAddresses addresses) ->
                            new State.Seen(addresses);
                });
    }

    /** Returns the addresses that were told, IPv4 first. */
    static List<InetAddress> told(PublicAddresses addresses) {
        return Stream.concat(addresses.ipv4().stream(), addresses.ipv6().stream()).toList();
    }

    /** Returns how far the sources agree. */
    static Sentence agreement(PublicAddresses addresses) {
        IpVersion version =
                addresses.ipv4().isPresent() || addresses.ipv6().isEmpty()
                        ? IpVersion.IPV4
                        : IpVersion.IPV6;
        return Sentence.of("internet.agreement." + addresses.agreement(version));
    }

    /** Returns what a source said, in words. */
    static Sentence words(SourceAnswer answer) {
        String who = answer.source().kind().title() + " " + answer.source().name();
        return switch (answer.outcome()) {
            case SourceAnswer.Seen(InetAddress address) ->
                    Sentence.of(
                            "addresses.source", who, Address.text(address), answer.milliseconds());
            case SourceAnswer.Failed(SourceAnswer.Failure failure) ->
                    Sentence.of(
                            "addresses.source.failed",
                            who,
                            answer.version().title(),
                            Sentence.of("internet.failure." + failure));
        };
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
