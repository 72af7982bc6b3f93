package app.naru.ui.tray;

import app.naru.ui.Health;
import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Naru's icon in the system's tray. Its methods may be called on any thread.
 *
 * <p>When Explorer starts again, AWT puts its icons back by itself: its window for tray messages
 * hears "TaskbarCreated" and adds each icon anew (awt_TrayIcon.cpp, WmTaskbarCreated).
 */
public final class AwtTray implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private final TrayIcon icon;
    private volatile Optional<TrayState> shown = Optional.empty();

    private AwtTray(TrayIcon icon) {
        this.icon = icon;
    }

    /**
     * Puts the icon into the tray.
     *
     * @param opened what a click does
     * @return empty where the system has no tray, or does not take the icon
     */
    public static Optional<AwtTray> show(Runnable opened) {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            return Optional.empty();
        }
        TrayIcon icon = new TrayIcon(NaruPicture.of(Health.CLOSED));
        icon.setImageAutoSize(true);
        // A double click, and Enter where the keyboard is on the icon.
        icon.addActionListener(event -> opened.run());
        icon.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        if (event.getButton() == MouseEvent.BUTTON1) {
                            opened.run();
                        }
                    }
                });
        try {
            SystemTray.getSystemTray().add(icon);
            return Optional.of(new AwtTray(icon));
        } catch (AWTException e) {
            LOG.info("The tray does not take the icon", e);
            return Optional.empty();
        }
    }

    /** Shows this from now on. Closes the menu if it is open, so: only when something changed. */
    public void show(TrayState state) {
        Optional<TrayState> before = shown;
        shown = Optional.of(state);
        EventQueue.invokeLater(() -> {
            if (before.map(TrayState::health).filter(state.health()::equals).isEmpty()) {
                icon.setImage(NaruPicture.of(state.health()));
            }
            icon.setToolTip(state.tooltip());
            icon.setPopupMenu(menu(state.menu()));
        });
    }

    /** Shows a notification of the system's, where it shows any. */
    public void tell(String title, String text) {
        EventQueue.invokeLater(
                () -> icon.displayMessage(title, text, TrayIcon.MessageType.WARNING));
    }

    /** Returns the menu as AWT draws it. */
    static PopupMenu menu(List<TrayItem> items) {
        PopupMenu menu = new PopupMenu();
        items.forEach(item -> add(menu, item));
        return menu;
    }

    private static void add(Menu menu, TrayItem item) {
        switch (item) {
            case TrayItem.Separator separator -> menu.addSeparator();
            case TrayItem.Info(String text) -> {
                MenuItem entry = new MenuItem(text);
                entry.setEnabled(false);
                menu.add(entry);
            }
            case TrayItem.Item(String text, Runnable action) -> {
                MenuItem entry = new MenuItem(text);
                entry.addActionListener(event -> action.run());
                menu.add(entry);
            }
            case TrayItem.Check check -> {
                CheckboxMenuItem entry = new CheckboxMenuItem(check.text(), check.on());
                entry.setEnabled(check.enabled());
                entry.addItemListener(event -> check.action().run());
                menu.add(entry);
            }
            case TrayItem.Submenu(String text, List<TrayItem> items) -> {
                Menu submenu = new Menu(text);
                items.forEach(each -> add(submenu, each));
                menu.add(submenu);
            }
        }
    }

    /** Takes the icon away. */
    @Override
    public void close() {
        EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
    }
}
