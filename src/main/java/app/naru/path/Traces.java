package app.naru.path;

import app.naru.firewall.PolicyStore;
import app.naru.firewall.RuleName;
import app.naru.firewall.StoredRule;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.router.Answer;
import app.naru.router.MappedPort;
import app.naru.router.Mapping;
import app.naru.router.Refusal;
import app.naru.router.Router;
import app.naru.router.RouterFinder;
import app.naru.settings.AutoStart;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that Naru has made and not taken back, here and in the router, whichever process made it: and
 * takes it back. Blocks for seconds, and while Windows asks the user.
 */
public final class Traces {

    private final Settings settings;
    private final SavedForwards saved;
    private final Forwards forwards;
    private final Optional<WindowsFirewall> firewall;
    private final RouterFinder router;
    private final KeptMappings asked;
    private final Optional<AutoStart> autoStart;

    /**
     * @param firewall empty on a system that has no Windows Defender Firewall
     * @param asked what was mapped on the command line, which not every router's list tells
     * @param autoStart empty where Naru can't start with the system
     */
    public Traces(
            Settings settings,
            SavedForwards saved,
            Forwards forwards,
            Optional<WindowsFirewall> firewall,
            RouterFinder router,
            KeptMappings asked,
            Optional<AutoStart> autoStart) {
        this.settings = settings;
        this.saved = saved;
        this.forwards = forwards;
        this.firewall = firewall;
        this.router = router;
        this.asked = asked;
        this.autoStart = autoStart;
    }

    /** Something that Naru has made. */
    public sealed interface Trace {

        /** Returns what it is, for people. */
        default Sentence sentence() {
            return switch (this) {
                case Open(SavedForward forward) ->
                        Sentence.of("traces.open", forward.forward().name());
                case Change(Journal.Entry entry) -> entry.change().description();
                case Rule(RuleName name) -> Sentence.of("traces.rule", name);
                case AtRouter(Router router, MappedPort port) ->
                        Sentence.of(
                                "traces.mapping",
                                router.at().address(),
                                port.protocol().name(),
                                port.externalPort(),
                                port.description());
                case Asked(Mapping mapping) ->
                        Sentence.of(
                                "traces.mapping",
                                mapping.router().address(),
                                mapping.protocol().name(),
                                mapping.externalPort(),
                                mapping.name());
                case HyperV rules -> Sentence.of("firewall.thing.hypervs");
                case Start start -> Sentence.of("traces.start");
            };
        }

        /** A forward that is open, or is to be. */
        record Open(SavedForward forward) implements Trace {}

        /** A change in the journal that belongs to no open forward. */
        record Change(Journal.Entry entry) implements Trace {}

        /** A rule of the firewall that bears Naru's mark. */
        record Rule(RuleName name) implements Trace {}

        /**
         * Rules of the Hyper-V firewall that bear Naru's mark.
         *
         * @param except the ids of those that belong to something else here
         */
        record HyperV(List<String> except) implements Trace {}

        /** What a router was asked for on the command line. */
        record Asked(Mapping mapping) implements Trace {}

        /** An entry of a router that bears Naru's mark and leads to this PC. */
        record AtRouter(Router router, MappedPort port) implements Trace {}

        /** That Naru starts with the system. */
        record Start() implements Trace {}
    }

    /** What became of it. */
    public record Result(Trace trace, Outcome outcome) {}

    /**
     * Looks what there is.
     *
     * @throws IOException if a journal can't be read
     * @throws InterruptedException if it is cancelled
     */
    public List<Trace> look() throws IOException, InterruptedException {
        forwards.adopt();
        List<Journal.Entry> kept = forwards.kept();
        List<Trace> all = new ArrayList<>();
        settings.forwards().stream()
                .filter(SavedForward::on)
                .forEach(each -> all.add(new Trace.Open(each)));
        Stream.concat(forwards.leftOver().stream(), kept.stream())
                .forEach(entry -> all.add(new Trace.Change(entry)));
        rules(named(kept)).forEach(name -> all.add(new Trace.Rule(name)));
        hyperV(kept).ifPresent(all::add);
        List<Mapping> mapped = asked.all();
        mapped.forEach(mapping -> all.add(new Trace.Asked(mapping)));
        all.addAll(mappings(mapped));
        if (starts()) {
            all.add(new Trace.Start());
        }
        return List.copyOf(all);
    }

    /** What is told of anyway: that of the journal and of open forwards. */
    private Stream<app.naru.path.Change> told(List<Journal.Entry> kept) {
        return Stream.concat(
                Stream.concat(forwards.leftOver().stream(), kept.stream())
                        .map(Journal.Entry::change),
                forwards.open().stream()
                        .flatMap(open -> forwards.inPlace(open.forward().id()).stream()));
    }

    private Set<RuleName> named(List<Journal.Entry> kept) {
        return told(kept)
                .flatMap(change -> ownRule(change).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The rules for WSL that no journal knows of any more. */
    private Optional<Trace> hyperV(List<Journal.Entry> kept) {
        List<String> except =
                told(kept)
                        .filter(FirewallChange.MakeHyperVRule.class::isInstance)
                        .map(FirewallChange.MakeHyperVRule.class::cast)
                        .map(make -> make.rule().id())
                        .toList();
        try {
            return firewall.isPresent() && firewall.get().hyperV().hasOwn(except)
                    ? Optional.of(new Trace.HyperV(except))
                    : Optional.empty();
        } catch (IOException noSuchFirewall) {
            // Older Windows have none, and no rules in it.
            return Optional.empty();
        }
    }

    private List<RuleName> rules(Set<RuleName> told) {
        return firewall.stream()
                .flatMap(
                        windows -> windows.policy().get().rules(PolicyStore.LOCAL).known().stream())
                .flatMap(Traces::marked)
                .distinct()
                .filter(name -> !told.contains(name))
                .toList();
    }

    /** A name with Naru's mark that Naru would never have given is somebody else's. */
    private static Stream<RuleName> marked(StoredRule stored) {
        String name = stored.rule().name();
        try {
            return RuleName.bearsMark(name) ? Stream.of(new RuleName(name)) : Stream.empty();
        } catch (InvalidInput notOurs) {
            return Stream.empty();
        }
    }

    /**
     * @param told what is told of anyway
     */
    private List<Trace> mappings(List<Mapping> told) throws InterruptedException {
        return router.find().routers().stream()
                .flatMap(each ->
                        each.list().result().orElse(List.of()).stream()
                                .filter(port -> port.ours(each.at().own()))
                                .filter(port -> !forwards.keeps(port))
                                .filter(port -> told.stream().noneMatch(port::isOf))
                                .<Trace>map(port -> new Trace.AtRouter(each, port)))
                .toList();
    }

    private boolean starts() throws IOException {
        return autoStart.isPresent() && autoStart.get().state() != AutoStart.State.OFF;
    }

    /**
     * Takes them back, all rules with one prompt of Windows.
     *
     * @param progress told each when it is over
     */
    public void remove(List<Trace> traces, Consumer<Result> progress) {
        for (Trace trace : traces) {
            if (ruleChange(trace).isEmpty()) {
                progress.accept(new Result(trace, remove(trace)));
            }
        }
        removeRules(
                traces.stream().filter(each -> ruleChange(each).isPresent()).toList(), progress);
    }

    private Outcome remove(Trace trace) {
        try {
            return switch (trace) {
                case Trace.Open(SavedForward forward) ->
                        saved.close(forward.forward().id(), step -> {}).stream()
                                .flatMap(left -> left.outcome().stream())
                                .findFirst()
                                .orElseGet(Outcome.Done::new);
                case Trace.Change(Journal.Entry entry) -> forwards.takeBack(entry);
                case Trace.AtRouter at -> unmap(at);
                case Trace.Asked(Mapping mapping) -> unmap(mapping);
                case Trace.Start start -> {
                    autoStart.orElseThrow().turn(false);
                    yield new Outcome.Done();
                }
                case Trace.Rule rule -> throw new IllegalArgumentException("rules go together");
                case Trace.HyperV rules -> throw new IllegalArgumentException("rules go together");
            };
        } catch (IOException failure) {
            return new Outcome.Failed(
                    Sentence.of("traces.failed", String.valueOf(failure.getMessage())));
        }
    }

    private static Optional<RuleName> ownRule(app.naru.path.Change change) {
        return change instanceof FirewallChange windows ? windows.ownRule() : Optional.empty();
    }

    /**
     * Returns what removes it together with other rules; empty where it is no rule. Whatever was
     * done to a rule of Naru's own, and whatever it was before: it goes.
     */
    private static Optional<FirewallChange> ruleChange(Trace trace) {
        return switch (trace) {
            case Trace.Rule(RuleName name) ->
                    Optional.of(new FirewallChange.RemoveRule(name, Optional.empty()));
            case Trace.Change(Journal.Entry entry) ->
                    ownRule(entry.change())
                            .map(name -> new FirewallChange.RemoveRule(name, Optional.empty()));
            case Trace.HyperV(List<String> except) ->
                    Optional.of(new FirewallChange.RemoveHyperVRules(except));
            default -> Optional.empty();
        };
    }

    private void removeRules(List<Trace> rules, Consumer<Result> progress) {
        if (rules.isEmpty()) {
            return;
        }
        List<Outcome> outcomes =
                new FirewallChanges(firewall)
                        .make(rules.stream().flatMap(rule -> ruleChange(rule).stream()).toList());
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof Trace.Change(Journal.Entry entry)
                    && outcomes.get(i).good()) {
                forwards.forget(entry);
            }
            progress.accept(new Result(rules.get(i), outcomes.get(i)));
        }
    }

    private Outcome unmap(Mapping mapping) throws IOException {
        return switch (mapping.router().open().unmap(mapping)) {
            case Answer.Got<Mapping> gone -> {
                asked.remove(mapping.protocol(), mapping.internalPort());
                yield new Outcome.Done();
            }
            case Answer.Refused<Mapping>(Refusal why) -> new Outcome.Failed(why.sentence());
        };
    }

    private static Outcome unmap(Trace.AtRouter at) {
        return switch (at.router().unmap(Mapping.listed(at.router().at(), at.port()))) {
            case Answer.Got<Mapping> gone -> new Outcome.Done();
            case Answer.Refused<Mapping>(Refusal why) -> new Outcome.Failed(why.sentence());
        };
    }
}
