package app.naru.ui.firewall;

import app.naru.firewall.FirewallRule;
import app.naru.firewall.Policy;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.RuleFile;
import app.naru.firewall.RuleLabels;
import app.naru.firewall.RuleName;
import app.naru.firewall.StoredRule;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rules on show: this PC's, or a file's. They are read and put into words in the background,
 * and sorted once an order: what is looked for is one pass over them and one change of the list.
 */
final class RulesViewModel {

    private final Optional<WindowsFirewall> firewall;
    private final RuleLabels labels;
    private final Texts texts;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<RuleSource>> source =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OpenedFile>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sentence>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** This PC's rules as they were last read. */
    private Policy own = Policy.of(List.of());

    private final SimpleBooleanProperty loading = new SimpleBooleanProperty();
    private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
    private final FilterDraft filter = new FilterDraft();
    private final ObjectProperty<RuleOrder> order = new SimpleObjectProperty<>(RuleOrder.NAME);
    private List<RuleRow> sorted = List.of();
    private final ObservableList<RuleRow> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RuleRow> selected = new SimpleObjectProperty<>();
    private Optional<RuleName> awaited = Optional.empty();
    private final ObjectBinding<Sentence> count =
            Bindings.createObjectBinding(this::readCount, shown, rows);

    /** A few rules are seen at a glance. */
    private static final int FEW = 4;

    private final BooleanBinding worthChoosing = Bindings.size(rows).greaterThan(FEW);
    private final BooleanBinding nothingFits = Bindings.isEmpty(shown).and(loading.not());

    /** A file whose rules are looked at. */
    record OpenedFile(String name, RuleFile rules) {}

    private record Loaded(RuleSource source, List<RuleRow> rows) {}

    /**
     * @param firewall empty on a system that has no Windows Defender Firewall
     */
    RulesViewModel(Optional<WindowsFirewall> firewall, Texts texts, BackgroundTasks tasks) {
        this.firewall = firewall;
        this.labels = firewall.map(WindowsFirewall::labels).orElse(RuleLabels.PLAIN);
        this.texts = texts;
        this.tasks = tasks;
        filter.filter().subscribe(now -> show());
        order.subscribe(now -> sort());
    }

    private void sort() {
        sorted = rows.stream().sorted(order.get().comparator()).toList();
        show();
    }

    /** What was chosen stays chosen. */
    private void show() {
        RuleRow chosen = selected.get();
        List<RuleRow> fitting = sorted.stream().filter(filter.filter().get()).toList();
        if (!fitting.equals(shown)) {
            shown.setAll(fitting);
            selected.set(chosen);
        }
    }

    /** Reads this PC's rules again, unless a file's are on show. */
    void refresh() {
        if (file.get().isEmpty() && firewall.isPresent()) {
            WindowsFirewall windows = firewall.get();
            show(Optional.empty(), () -> RuleSource.own(windows.policy().get()));
        }
    }

    /** Shows this PC's rules, where it has a firewall of Windows'. */
    void showOwn() {
        file.set(Optional.empty());
        if (firewall.isEmpty()) {
            source.set(Optional.empty());
            rows.clear();
            sort();
            selected.set(null);
        }
        refresh();
    }

    /** Shows a file's rules. */
    void open(Path path) {
        String name = String.valueOf(path.getFileName());
        read(name, () -> RuleFile.read(path));
    }

    /** Shows the rules of a text that was pasted. */
    void openPasted(String text) {
        read(texts.say("rules.pasted"), () -> RuleFile.read(text));
    }

    private void read(String name, Callable<RuleFile> reader) {
        problem.set(Optional.empty());
        tasks.task(reader)
                .whileRunning(loading)
                .onSuccess(read -> show(read, name))
                .onFailure(
                        InvalidInput.class,
                        invalid -> fail(Sentence.of("rules.file.bad", name, invalid.sentence())))
                .onFailure(
                        IOException.class,
                        failure ->
                                fail(
                                        Sentence.of(
                                                "rules.file.unreadable",
                                                name,
                                                String.valueOf(failure.getMessage()))))
                .run();
    }

    private void show(RuleFile read, String name) {
        if (read.entries().isEmpty()) {
            Sentence why =
                    read.refused().isEmpty()
                            ? Sentence.of("rules.file.empty")
                            : read.refused().getFirst().sentence();
            fail(Sentence.of("rules.file.bad", name, why));
        } else {
            show(Optional.of(new OpenedFile(name, read)), () -> RuleSource.of(read));
        }
    }

    private void fail(Sentence why) {
        problem.set(Optional.of(why));
    }

    private void show(Optional<OpenedFile> opened, Callable<RuleSource> reader) {
        tasks.task(() -> load(reader.call(), labels.known()))
                .whileRunning(loading)
                .onSuccess(loaded -> {
                    file.set(opened);
                    show(loaded);
                    if (loaded.source().own()) {
                        name(loaded);
                    }
                })
                .run();
    }

    /** The words of Windows are in its programs' files: what is there is on show until then. */
    private void name(Loaded loaded) {
        tasks.task(() -> load(loaded.source(), labels))
                .onSuccess(named -> {
                    boolean stays = source.get().filter(loaded.source()::equals).isPresent();
                    if (stays && !named.rows().equals(loaded.rows())) {
                        show(named);
                    }
                })
                .run();
    }

    private Loaded load(RuleSource read, RuleLabels called) {
        List<StoredRule> all = read.policy().rules().toList();
        return new Loaded(read, RuleRow.all(all, texts, called, read.own()));
    }

    /** A rule that is still there stays selected. */
    private void show(Loaded loaded) {
        RuleRow before = selected.get();
        if (loaded.source().own()) {
            own = loaded.source().policy();
        }
        source.set(Optional.of(loaded.source()));
        rows.setAll(loaded.rows());
        sort();
        selected.set(before == null ? null : find(before.stored().store(), before.stored().id()));
        awaited.ifPresent(this::selectMade);
    }

    private void selectMade(RuleName name) {
        rows.stream()
                .map(RuleRow::stored)
                .filter(each -> each.store() == PolicyStore.LOCAL)
                .filter(each -> each.rule().name().equalsIgnoreCase(name.text()))
                .findFirst()
                .ifPresent(made -> {
                    awaited = Optional.empty();
                    select(made.store(), made.id());
                });
    }

    /** Selects the rule of that name as soon as it is there: who made it wants to see it. */
    void await(RuleName name) {
        awaited = Optional.of(name);
    }

    private @Nullable RuleRow find(PolicyStore store, String id) {
        return rows.stream()
                .filter(row -> row.stored().store() == store && row.stored().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Selects the rule, whatever is looked for. */
    void select(PolicyStore store, String id) {
        RuleRow row = find(store, id);
        if (row != null) {
            if (!filter.filter().get().test(row)) {
                filter.clear();
            }
            selected.set(row);
        }
    }

    /** Whether a rule of this PC's has that name, in any case of letters. */
    boolean isTaken(RuleName name) {
        return firewall.isPresent()
                && own.rules(PolicyStore.LOCAL).known().stream()
                        .anyMatch(each -> each.rule().name().equalsIgnoreCase(name.text()));
    }

    private Sentence readCount() {
        return shown.size() == rows.size()
                ? Sentence.of("rules.count", rows.size())
                : Sentence.of("rules.count.some", shown.size(), rows.size());
    }

    /** Whether this PC has a firewall whose rules can be read. */
    boolean isHere() {
        return firewall.isPresent();
    }

    /** Whether the rules on show are this PC's. */
    boolean ofThisPc() {
        return source.get().filter(RuleSource::own).isPresent();
    }

    /** Returns the rules on show, as they are sorted. */
    List<FirewallRule> shownRules() {
        return shown.stream().map(RuleRow::rule).toList();
    }

    /** Returns what the rules on show belong to; empty before the first were read. */
    Optional<Policy> policy() {
        return source.get().map(RuleSource::policy);
    }

    /** What the rules of this PC are called. */
    RuleLabels labels() {
        return labels;
    }

    FilterDraft filter() {
        return filter;
    }

    ObjectProperty<RuleOrder> order() {
        return order;
    }

    /** The rules that fit what is looked for. */
    ObservableList<RuleRow> shown() {
        return shown;
    }

    /** The rule that was chosen; null while none is. */
    ObjectProperty<@Nullable RuleRow> selected() {
        return selected;
    }

    /** Whether there are so many rules that some may be looked for. */
    BooleanBinding worthChoosing() {
        return worthChoosing;
    }

    /** Whether there is no rule on show, and none on its way. */
    BooleanBinding nothingFits() {
        return nothingFits;
    }

    /** How many there are, and how many of them are on show. */
    ObjectBinding<Sentence> count() {
        return count;
    }

    /** Where the rules are from; empty before they were read. */
    ReadOnlyObjectProperty<Optional<RuleSource>> source() {
        return source.getReadOnlyProperty();
    }

    /** The file whose rules are on show; empty while this PC's are. */
    ReadOnlyObjectProperty<Optional<OpenedFile>> file() {
        return file.getReadOnlyProperty();
    }

    /** Why the last file could not be shown; empty where it could. */
    ReadOnlyObjectProperty<Optional<Sentence>> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return loading;
    }
}
