package app.naru.ui.firewall;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.NetshCommand;
import app.naru.firewall.PortList;
import app.naru.firewall.ProgramPath;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.ServiceName;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import app.naru.ui.firewall.RuleKind.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A new rule as it is typed and chosen, and what comes of it. */
final class NewRuleDraft {

    private static final String THIS_NETWORK = "localsubnet";

    private final Predicate<RuleName> taken;
    private final ObjectProperty<RuleKind> kind = new SimpleObjectProperty<>(RuleKind.PROGRAM);
    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.IN);
    private final ObjectProperty<RuleProtocol> protocol =
            new SimpleObjectProperty<>(RuleProtocol.TCP);
    private final ObjectProperty<Action> action = new SimpleObjectProperty<>(Action.ALLOW);
    private final Map<NetworkProfile, BooleanProperty> profiles =
            new EnumMap<>(NetworkProfile.class);
    private final Field<Optional<ProgramPath>> program = new Field<>("", this::readProgram, kind);
    private final Field<PortList> localPorts = new Field<>("", this::readLocal, kind, direction);
    private final Field<PortList> remotePorts = new Field<>("", this::readRemote, kind, direction);
    private final Field<Remote> remote = new Field<>("", this::readAddresses, kind);
    private final Field<RuleName> name = new Field<>("", this::readName);
    private final Field<String> description =
            new Field<>("", text -> Reading.of(() -> Forward.checkedDescription(text)));
    private final DetailsDraft details = new DetailsDraft(kind, protocol, direction);
    private final ObjectBinding<Reading<RuleSpec>> rule;
    private final ObjectBinding<Shape> shape;
    private final ObjectBinding<Optional<Sentence>> profileProblem;
    private final Following remoteFollows = new Following(remote, this::usualRemote);
    private final Following nameFollows = new Following(name, this::usualName);

    /**
     * @param taken whether there is a rule of that name already
     */
    NewRuleDraft(Predicate<RuleName> taken) {
        this.taken = taken;
        for (NetworkProfile each : NetworkProfile.values()) {
            profiles.put(each, new SimpleBooleanProperty(true));
        }
        Stream.<ObservableValue<?>>of(kind, direction, action)
                .forEach(each -> each.subscribe(now -> remoteFollows.follow()));
        Stream.<ObservableValue<?>>of(
                        kind,
                        protocol,
                        program.text(),
                        localPorts.text(),
                        remotePorts.text(),
                        remote.text(),
                        details.service().text())
                .forEach(each -> each.subscribe(now -> nameFollows.follow()));
        shape = Bindings.createObjectBinding(this::readShape, kind, protocol, direction);
        profileProblem =
                Bindings.createObjectBinding(
                        () -> firstProblem(List.of(Step.PROFILE)),
                        Stream.concat(Stream.<Observable>of(kind), profiles.values().stream())
                                .toArray(Observable[]::new));
        rule = Bindings.createObjectBinding(this::readRule, everything());
    }

    private Observable[] everything() {
        return Stream.of(
                        Stream.<Observable>of(
                                kind,
                                direction,
                                protocol,
                                action,
                                program.reading(),
                                localPorts.reading(),
                                remotePorts.reading(),
                                remote.reading(),
                                name.reading(),
                                description.reading()),
                        details.everything(),
                        profiles.values().stream())
                .flatMap(each -> each)
                .toArray(Observable[]::new);
    }

    // ---- what is suggested ----

    /** Nobody but this network is let in unasked. */
    private String usualRemote() {
        if (kind.get() == RuleKind.BLOCK_ADDRESS) {
            return "";
        }
        boolean opens = direction.get() == Direction.IN && action.get() == Action.ALLOW;
        return opens && !kind.get().isRecipe() ? THIS_NETWORK : "any";
    }

    private String usualName() {
        RuleKind now = kind.get();
        if (now == RuleKind.BLOCK_ADDRESS) {
            return shortened(remote.text().get());
        }
        Optional<String> file =
                program.reading().get().good().flatMap(path -> path).map(ProgramPath::fileName);
        if (now.hasProgram() && file.isPresent()) {
            return shortened(file.get());
        }
        Optional<ServiceName> service = details.service().reading().get().good().flatMap(it -> it);
        if (now == RuleKind.CUSTOM && service.isPresent()) {
            return shortened(service.get().text());
        }
        String ports =
                (RuleKind.namesRemotePorts(direction.get()) ? remotePorts : localPorts)
                        .text()
                        .get();
        return now.hasPorts() && !ports.isBlank()
                ? shortened(protocol.get().name() + " " + ports)
                : "";
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 60)).strip();
    }

    // ---- what is typed ----

    private Reading<Optional<ProgramPath>> readProgram(String text) {
        if (text.isBlank()) {
            return kind.get() == RuleKind.CUSTOM || !kind.get().hasProgram()
                    ? new Reading.Good<>(Optional.empty())
                    : Reading.bad("rules.new.program.missing");
        }
        return Reading.of(() -> Optional.of(ProgramPath.parse(text)));
    }

    private Reading<PortList> readLocal(String text) {
        return readPorts(text, !RuleKind.namesRemotePorts(direction.get()));
    }

    private Reading<PortList> readRemote(String text) {
        return readPorts(text, RuleKind.namesRemotePorts(direction.get()));
    }

    private Reading<PortList> readPorts(String text, boolean main) {
        if (text.isBlank()) {
            return kind.get() == RuleKind.PORT && main
                    ? Reading.bad("rules.new.port.missing")
                    : new Reading.Good<>(PortList.ANY);
        }
        return Reading.of(() -> PortList.parse(text));
    }

    private Reading<Remote> readAddresses(String text) {
        boolean needed = kind.get() == RuleKind.BLOCK_ADDRESS;
        Reading<Remote> read =
                text.isBlank()
                        ? new Reading.Good<>(new Remote.Anyone())
                        : Reading.of(() -> Remote.parse(text));
        return read.then(value ->
                needed && value instanceof Remote.Anyone
                        ? Reading.bad("rules.new.address.missing")
                        : read);
    }

    private Reading<RuleName> readName(String text) {
        Reading<RuleName> typed = Reading.of(() -> RuleName.of(ForwardName.parse(text)));
        return typed.then(
                read -> taken.test(read) ? Reading.bad("rules.new.name.taken", read) : typed);
    }

    // ---- what comes of it ----

    private Reading<RuleSpec> readRule() {
        return firstProblem(List.of(Step.values()))
                .<Reading<RuleSpec>>map(Reading.Bad::new)
                .orElseGet(() -> Reading.of(this::spec));
    }

    private RuleSpec spec() {
        RuleKind now = kind.get();
        boolean recipe = now.isRecipe();
        Shape shape = readShape();
        RuleProtocol about = now.hasPorts() ? protocol.get() : RuleProtocol.ANY;
        RuleSpec spec =
                new RuleSpec(
                        name.reading().get().orThrow(),
                        description.reading().get().orThrow(),
                        recipe ? Direction.OUT : direction.get(),
                        recipe ? Action.BLOCK : action.get(),
                        now.hasProgram() ? program.reading().get().orThrow() : Optional.empty(),
                        about,
                        shape.localPorts() ? localPorts.reading().get().orThrow() : PortList.ANY,
                        shape.remotePorts() ? remotePorts.reading().get().orThrow() : PortList.ANY,
                        now.hasRemote() ? remote.reading().get().orThrow() : new Remote.Anyone(),
                        recipe ? EnumSet.allOf(NetworkProfile.class) : chosenProfiles(),
                        details.details(),
                        true);
        // A command that is too long is told while it is typed.
        NetshCommand.add(spec);
        return spec;
    }

    private Set<NetworkProfile> chosenProfiles() {
        Set<NetworkProfile> chosen = EnumSet.noneOf(NetworkProfile.class);
        profiles.forEach((profile, on) -> {
            if (on.get()) {
                chosen.add(profile);
            }
        });
        return chosen;
    }

    /**
     * What the second step asks for.
     *
     * @param anyRemote whether the other end may be anyone
     */
    record Shape(
            boolean program,
            boolean protocol,
            boolean localPorts,
            boolean remotePorts,
            boolean remote,
            boolean anyRemote) {}

    private Shape readShape() {
        RuleKind now = kind.get();
        boolean ports = now.hasPorts() && protocol.get().hasPorts();
        boolean theirs = RuleKind.namesRemotePorts(direction.get());
        return new Shape(
                now.hasProgram(),
                now.hasPorts(),
                ports && (now == RuleKind.CUSTOM || !theirs),
                ports && (now == RuleKind.CUSTOM || theirs),
                now.hasRemote(),
                now != RuleKind.BLOCK_ADDRESS);
    }

    /** Returns the first thing that is missing or wrong in these steps. */
    Optional<Sentence> firstProblem(List<Step> steps) {
        return steps.stream()
                .filter(kind.get().steps()::contains)
                .flatMap(this::readings)
                .flatMap(reading -> reading.problem().stream())
                .findFirst();
    }

    private static void addIf(boolean asked, Field<?> field, List<Field<?>> to) {
        if (asked) {
            to.add(field);
        }
    }

    private Stream<Reading<?>> readings(Step at) {
        Shape now = readShape();
        return switch (at) {
            case KIND, ACTION -> Stream.of();
            case WHAT -> {
                List<Field<?>> asked = new ArrayList<>();
                addIf(now.program(), program, asked);
                addIf(now.localPorts(), localPorts, asked);
                addIf(now.remotePorts(), remotePorts, asked);
                addIf(now.remote(), remote, asked);
                yield Stream.concat(
                        asked.stream().map(field -> field.reading().get()), details.readings());
            }
            case PROFILE ->
                    chosenProfiles().isEmpty()
                            ? Stream.of(Reading.bad("invalid.forward.profiles"))
                            : Stream.of();
            case NAME -> Stream.of(name.reading().get(), description.reading().get());
        };
    }

    /** What the second step asks for. */
    ObjectBinding<Shape> shape() {
        return shape;
    }

    /** That no kind of network is chosen; empty where one is. */
    ObjectBinding<Optional<Sentence>> profileProblem() {
        return profileProblem;
    }

    ObjectProperty<RuleKind> kind() {
        return kind;
    }

    ObjectProperty<Direction> direction() {
        return direction;
    }

    ObjectProperty<RuleProtocol> protocol() {
        return protocol;
    }

    ObjectProperty<Action> action() {
        return action;
    }

    BooleanProperty profile(NetworkProfile profile) {
        return Objects.requireNonNull(profiles.get(profile));
    }

    Field<Optional<ProgramPath>> program() {
        return program;
    }

    Field<PortList> localPorts() {
        return localPorts;
    }

    Field<PortList> remotePorts() {
        return remotePorts;
    }

    Field<Remote> remote() {
        return remote;
    }

    DetailsDraft details() {
        return details;
    }

    Field<RuleName> name() {
        return name;
    }

    Field<String> description() {
        return description;
    }

    /** The rule that would be made, or why there is none. */
    ObjectBinding<Reading<RuleSpec>> rule() {
        return rule;
    }
}
