package app.naru.ui.firewall;

import app.naru.firewall.Direction;
import app.naru.firewall.Judge;
import app.naru.firewall.Policy;
import app.naru.firewall.ProgramPath;
import app.naru.firewall.Question;
import app.naru.firewall.RuleLabels;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleWords;
import app.naru.firewall.Verdict;
import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What decides for a port: asked of the rules on show at every change, in the background. */
final class ExplainViewModel {

    private final RulesViewModel rules;
    private final ObservableValue<Situation> situation;
    private final BackgroundTasks tasks;
    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.IN);
    private final ObjectProperty<Protocol> protocol = new SimpleObjectProperty<>(Protocol.TCP);
    private final ObjectProperty<NetworkProfile> profile;
    private final ObjectBinding<Sentence> profileNote;

    /** What was chosen for the user; what the user has chosen stays. */
    private NetworkProfile suggested = NetworkProfile.PUBLIC;

    private final Field<Port> port = new Field<>("", text -> Reading.of(() -> Port.parse(text)));
    private final Field<Optional<String>> program =
            Field.optional(text -> ProgramPath.parse(text).text());
    private final Field<Optional<InetAddress>> remote = Field.optional(Address::parse);
    private final ObjectBinding<Optional<Question>> question;
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What the firewall does.
     *
     * @param words the same, with the rule's name as Windows has it
     */
    record Answer(Verdict verdict, Sentence words) {}

    /** Answers to what is no longer asked are of no use. */
    private int asked;

    ExplainViewModel(
            RulesViewModel rules, ObservableValue<Situation> situation, BackgroundTasks tasks) {
        this.rules = rules;
        this.situation = situation;
        this.tasks = tasks;
        profile = new SimpleObjectProperty<>(suggested);
        profileNote = Bindings.createObjectBinding(this::readProfileNote, profile);
        question =
                Bindings.createObjectBinding(
                        this::read,
                        direction,
                        protocol,
                        profile,
                        port.reading(),
                        program.reading(),
                        remote.reading());
        lookAgain();
        question.subscribe(now -> ask());
        rules.source().subscribe(now -> ask());
    }

    /** Chooses the kind of network that this PC is on now, unless the user has chosen another. */
    void lookAgain() {
        NetworkProfile now = present().orElse(NetworkProfile.PUBLIC);
        if (profile.get() == suggested) {
            suggested = now;
            profile.set(now);
        }
        profileNote.invalidate();
    }

    private Optional<NetworkProfile> present() {
        return network().flatMap(Network::profile);
    }

    /** Windows takes a network that nobody has told it of for a public one. */
    private Sentence readProfileNote() {
        return present()
                .map(now ->
                        Sentence.of("rules.explain.profile.now", RuleWords.networks(List.of(now))))
                .orElseGet(() -> Sentence.of("rules.explain.profile.unknown"));
    }

    private Optional<Network> network() {
        return situation.getValue().network().known();
    }

    private Optional<Question> read() {
        Optional<Port> asked = port.reading().get().good();
        Optional<Optional<String>> path = program.reading().get().good();
        Optional<Optional<InetAddress>> other = remote.reading().get().good();
        if (asked.isEmpty() || path.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Question(
                        direction.get(),
                        RuleProtocol.of(protocol.get()),
                        asked,
                        path.get(),
                        Optional.empty(),
                        other.get(),
                        profile.get(),
                        network().map(now -> now.subnets(profile.get())).orElse(List.of()),
                        Optional.empty(),
                        Optional.empty()));
    }

    private void ask() {
        int number = ++asked;
        Optional<Policy> policy = rules.policy();
        Optional<Question> now = question.get();
        if (policy.isEmpty() || now.isEmpty()) {
            answer.set(Optional.empty());
            return;
        }
        Judge judge = new Judge(policy.get());
        RuleLabels labels = rules.ofThisPc() ? rules.labels() : RuleLabels.PLAIN;
        tasks.task(
                        () -> {
                            Verdict judged = judge.judge(now.get());
                            return new Answer(judged, judged.sentence(labels));
                        })
                .onSuccess(found -> {
                    if (number == asked) {
                        answer.set(Optional.of(found));
                    }
                })
                .run();
    }

    ObjectProperty<Direction> direction() {
        return direction;
    }

    ObjectProperty<Protocol> protocol() {
        return protocol;
    }

    ObjectProperty<NetworkProfile> profile() {
        return profile;
    }

    /** Which kind of network this PC is on. */
    ObjectBinding<Sentence> profileNote() {
        return profileNote;
    }

    Field<Port> port() {
        return port;
    }

    Field<Optional<String>> program() {
        return program;
    }

    Field<Optional<InetAddress>> remote() {
        return remote;
    }

    /** What the firewall does with it, and why; empty while nothing can be asked. */
    ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }
}
