package app.naru.ui.wizard;

import app.naru.forward.Sentence;
import app.naru.ui.AudienceDraft;
import java.util.List;
import java.util.stream.Stream;
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
    private final ObjectBinding<List<Page>> pages;
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
        canGoOn =
                Bindings.createBooleanBinding(
                        this::mayGoOn,
                        page,
                        progress,
                        draft.reading(),
                        draft.server().server(),
                        draft.listen().door(),
                        draft.audience().audience(),
                        draft.audience().lifetime());
        canGoBack = Bindings.createBooleanBinding(this::mayGoBack, page, progress);
        canAct = Bindings.createBooleanBinding(this::mayAct, page, canGoOn, actions.canOpen());
        action = Bindings.createObjectBinding(() -> Sentence.of(readAction()), page, progress);
        progress.addListener((observed, before, now) -> followProgress(now));
    }

    private List<Page> readPages() {
        boolean router = draft.audience().who().get() == AudienceDraft.Who.INTERNET;
        return Stream.of(Page.values()).filter(each -> each != Page.ROUTER || router).toList();
    }

    private void followProgress(OpeningViewModel.Progress now) {
        if (now instanceof OpeningViewModel.Progress.Open && page.get() == Page.OPEN) {
            page.set(Page.DONE);
        }
    }

    private boolean mayGoOn() {
        return switch (page.get()) {
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
        if (mayGoOn()) {
            page.set(pages.get().get(pages.get().indexOf(page.get()) + 1));
        }
    }

    /** Shows the page before this one, unless something is being opened. */
    void back() {
        if (mayGoBack()) {
            page.set(pages.get().get(pages.get().indexOf(page.get()) - 1));
        }
    }

    /** Shows an earlier page. */
    void backTo(Page earlier) {
        if (mayGoBack() && earlier.compareTo(page.get()) < 0) {
            page.set(earlier);
        }
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** The pages that this forward needs. */
    ObjectBinding<List<Page>> pages() {
        return pages;
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
