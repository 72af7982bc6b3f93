package app.naru.ui.wizard;

import app.naru.forward.Sentence;
import app.naru.ui.AudienceDraft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** The pages in their order, and which of them is shown. */
final class WizardViewModel {

    /** A page. */
    enum Page {
        SERVER,
        ADDRESSES,
        AUDIENCE,
        FIREWALL,
        ROUTER,
        OPEN,
        DONE
    }

    /**
     * What the pages lead to.
     *
     * @param canOpen whether it can be opened now
     * @param open starts to open it
     * @param finish ends the wizard
     */
    record Actions(ObservableBooleanValue canOpen, Runnable open, Runnable finish) {}

    private final Draft draft;
    private final Actions actions;
    private final ReadOnlyObjectProperty<OpeningViewModel.Progress> progress;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.SERVER);
    private Page furthest = Page.SERVER;
    private final ObjectBinding<List<Page>> pages;
    private final ObjectBinding<Set<Page>> reachable;
    private final BooleanBinding canGoOn;
    private final BooleanBinding canGoBack;
    private final BooleanBinding canAct;
    private final ObjectBinding<Sentence> action;

    WizardViewModel(
            Draft draft,
            ReadOnlyObjectProperty<OpeningViewModel.Progress> progress,
            Actions actions) {
        this.draft = draft;
        this.actions = actions;
        this.progress = progress;
        pages = Bindings.createObjectBinding(this::readPages, draft.audience().who());
        Observable[] entries = {
            page,
            progress,
            draft.reading(),
            draft.server().server(),
            draft.listen().door(),
            draft.audience().audience(),
            draft.audience().lifetime()
        };
        canGoOn = Bindings.createBooleanBinding(() -> isInOrder(page.get()), entries);
        reachable = Bindings.createObjectBinding(this::readReachable, entries);
        canGoBack = Bindings.createBooleanBinding(this::mayGoBack, page, progress);
        canAct = Bindings.createBooleanBinding(this::mayAct, page, canGoOn, actions.canOpen());
        action = Bindings.createObjectBinding(() -> Sentence.of(readAction()), page, progress);
        progress.addListener((observed, before, now) -> followProgress(now));
    }

    private List<Page> readPages() {
        boolean router = draft.audience().who().get() == AudienceDraft.Who.INTERNET;
        return Stream.of(Page.values()).filter(each -> each != Page.ROUTER || router).toList();
    }

    private void show(Page other) {
        if (other.compareTo(furthest) > 0) {
            furthest = other;
        }
        page.set(other);
    }

    private void followProgress(OpeningViewModel.Progress now) {
        if (now instanceof OpeningViewModel.Progress.Open && page.get() == Page.OPEN) {
            show(Page.DONE);
        }
    }

    /** Those that were shown already; of a forward that is only changed, all up to the last. */
    private Set<Page> readReachable() {
        Set<Page> reached = EnumSet.noneOf(Page.class);
        boolean settled =
                page.get() == Page.DONE
                        || progress.get() instanceof OpeningViewModel.Progress.Running;
        for (Page each : pages.get()) {
            boolean open = draft.editing() || each.compareTo(furthest) <= 0;
            if (settled || each == Page.DONE || !open) {
                break;
            }
            reached.add(each);
            if (!isInOrder(each)) {
                break;
            }
        }
        return reached;
    }

    private boolean isInOrder(Page each) {
        return switch (each) {
            case SERVER -> draft.server().server().get().good().isPresent();
            case ADDRESSES ->
                    draft.server().server().get().good().isPresent()
                            && draft.listen().door().get().good().isPresent();
            case AUDIENCE ->
                    draft.audience().audience().get().good().isPresent()
                            && draft.audience().lifetime().get().good().isPresent();
            case FIREWALL, ROUTER -> draft.forward().isPresent();
            case OPEN -> progress.get() instanceof OpeningViewModel.Progress.Open;
            case DONE -> false;
        };
    }

    private boolean mayGoBack() {
        return switch (page.get()) {
            case SERVER, DONE -> false;
            case OPEN -> !(progress.get() instanceof OpeningViewModel.Progress.Running);
            case ADDRESSES, AUDIENCE, FIREWALL, ROUTER -> true;
        };
    }

    private boolean mayAct() {
        return switch (page.get()) {
            case SERVER, ADDRESSES, AUDIENCE, FIREWALL, ROUTER -> canGoOn.get();
            case OPEN -> actions.canOpen().get();
            case DONE -> true;
        };
    }

    private String readAction() {
        return switch (page.get()) {
            case SERVER, ADDRESSES, AUDIENCE, FIREWALL, ROUTER -> "wizard.next";
            case OPEN ->
                    progress.get() instanceof OpeningViewModel.Progress.Failed
                            ? "wizard.open.again"
                            : "wizard.open.open";
            case DONE -> "wizard.finish";
        };
    }

    /** Does what the page is for: goes on, opens it, or ends the wizard. */
    void act() {
        switch (page.get()) {
            case SERVER, ADDRESSES, AUDIENCE, FIREWALL, ROUTER -> next();
            case OPEN -> actions.open().run();
            case DONE -> actions.finish().run();
        }
    }

    /** Shows the page after this one, if this one is in order. */
    void next() {
        if (isInOrder(page.get())) {
            show(pages.get().get(pages.get().indexOf(page.get()) + 1));
        }
    }

    /** Shows the page before this one, unless something is being opened. */
    void back() {
        if (mayGoBack()) {
            show(pages.get().get(pages.get().indexOf(page.get()) - 1));
        }
    }

    /** Shows that page, if it is among the {@link #reachable()} ones. */
    void goTo(Page other) {
        if (readReachable().contains(other)) {
            show(other);
        }
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** The pages that this forward needs. */
    ObjectBinding<List<Page>> pages() {
        return pages;
    }

    /** The pages that can be shown from here at once. */
    ObjectBinding<Set<Page>> reachable() {
        return reachable;
    }

    /** Whether {@link #act()} does something now. */
    BooleanBinding canAct() {
        return canAct;
    }

    /** What {@link #act()} does, as a button says it. */
    ObjectBinding<Sentence> action() {
        return action;
    }

    BooleanBinding canGoOn() {
        return canGoOn;
    }

    BooleanBinding canGoBack() {
        return canGoBack;
    }
}
