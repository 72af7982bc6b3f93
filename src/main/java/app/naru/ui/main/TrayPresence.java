package app.naru.ui.main;

import app.naru.path.ForwardStatus;
import app.naru.path.Link;
import app.naru.text.Texts;
import app.naru.ui.ForwardWords;
import app.naru.ui.UiContext;
import app.naru.ui.tray.AwtTray;
import app.naru.ui.tray.TrayMenu;
import java.util.List;
import java.util.Optional;

/** Keeps the tray's icon and menu as the forwards are. On the JavaFX thread. */
final class TrayPresence implements AutoCloseable {

    private final AwtTray icon;
    private final MainViewModel model;
    private final UiContext context;
    private final TrayMenu menu;
    private Optional<Shown> shown = Optional.empty();

    /** What the menu was made from: made anew only when that is different. */
    private record Shown(Texts texts, List<ForwardStatus> forwards) {}

    /**
     * @param show brings the window to the front, from any thread
     * @param quit ends Naru, from any thread
     */
    TrayPresence(
            AwtTray icon, MainViewModel model, UiContext context, Runnable show, Runnable quit) {
        this.icon = icon;
        this.model = model;
        this.context = context;
        this.menu =
                new TrayMenu(
                        new TrayMenu.Commands(
                                show,
                                id -> context.tasks().onViewThread(() -> model.toggle(id)),
                                status -> context.tasks().onViewThread(() -> copy(status)),
                                () -> context.tasks().onViewThread(() -> model.closeAll()),
                                quit));
    }

    private void copy(ForwardStatus status) {
        status.link().map(Link::text).ifPresent(context.clipboard());
    }

    /** Shows the forwards as they are now, in that language. */
    void update(Texts texts) {
        Shown now =
                new Shown(
                        texts,
                        model.list().rows().stream()
                                .map(ForwardRow::status)
                                .map(TrayPresence::withoutTraffic)
                                .toList());
        if (!shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            icon.show(menu.state(texts, new ForwardWords(texts), now.forwards()));
        }
    }

    /** Tells something that the user should know now. */
    void tell(String title, String text) {
        icon.tell(title, text);
    }

    private static ForwardStatus withoutTraffic(ForwardStatus status) {
        return new ForwardStatus(
                status.forward(),
                status.state(),
                status.until(),
                Optional.empty(),
                status.hops(),
                status.links(),
                status.trouble());
    }

    @Override
    public void close() {
        icon.close();
    }
}
