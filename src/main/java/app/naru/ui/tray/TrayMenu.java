package app.naru.ui.tray;

import app.naru.path.ForwardStatus;
import app.naru.text.Texts;
import app.naru.ui.ForwardWords;
import app.naru.ui.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts the tray's menu together. */
public final class TrayMenu {

    private final Commands commands;

    /**
     * What the menu's entries do. Called on any thread.
     *
     * @param toggle opens or closes the forward of that id
     * @param copy takes the link of the forward of that id to the clipboard
     */
    public record Commands(
            Runnable show,
            Consumer<String> toggle,
            Consumer<ForwardStatus> copy,
            Runnable closeAll,
            Runnable quit) {}

    public TrayMenu(Commands commands) {
        this.commands = commands;
    }

    /** Returns what the tray is to show of these forwards. */
    public TrayState state(Texts texts, ForwardWords words, List<ForwardStatus> forwards) {
        List<TrayItem> items = new ArrayList<>();
        items.add(new TrayItem.Item(texts.say("tray.show"), commands.show()));
        items.add(new TrayItem.Separator());
        if (forwards.isEmpty()) {
            items.add(new TrayItem.Info(texts.say("tray.none")));
        }
        forwards.forEach(status -> items.add(submenu(texts, words, status)));
        items.add(new TrayItem.Separator());
        items.add(new TrayItem.Item(texts.say("tray.closeAll"), commands.closeAll()));
        items.add(new TrayItem.Item(texts.say("tray.quit"), commands.quit()));
        return new TrayState(Health.of(forwards), tooltip(texts, forwards), items);
    }

    private TrayItem submenu(Texts texts, ForwardWords words, ForwardStatus status) {
        String name = status.forward().name().text();
        boolean on = isOn(status);
        List<TrayItem> items = new ArrayList<>();
        items.add(
                new TrayItem.Check(
                        texts.say("tray.on"),
                        on,
                        Health.of(status) != Health.CHANGING,
                        () -> commands.toggle().accept(status.forward().id())));
        items.add(new TrayItem.Separator());
        items.add(new TrayItem.Info(words.target(status)));
        Health.problem(status).ifPresent(why -> items.add(new TrayItem.Info(texts.say(why))));
        if (on && !status.links().isEmpty()) {
            items.add(
                    new TrayItem.Item(
                            texts.say("tray.copy", words.link(status)),
                            () -> commands.copy().accept(status)));
        }
        return new TrayItem.Submenu(texts.say("tray.forward", name, words.state(status)), items);
    }

    private static boolean isOn(ForwardStatus status) {
        return switch (status.state()) {
            case OPEN, OPENING -> true;
            case CLOSED, CLOSING -> false;
        };
    }

    private static String tooltip(Texts texts, List<ForwardStatus> forwards) {
        long open = forwards.stream().filter(TrayMenu::isOn).count();
        return switch (Health.of(forwards)) {
            case CLOSED -> texts.say("tray.tip.closed");
            case PROBLEM -> texts.say("tray.tip.problem");
            case OPEN, CHANGING -> texts.say("tray.tip.open", open);
        };
    }
}
