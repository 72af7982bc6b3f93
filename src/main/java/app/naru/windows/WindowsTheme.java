package app.naru.windows;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the user has Windows show programs dark. */
public final class WindowsTheme implements BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(WindowsTheme.class);
    private static final String KEY =
            "Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

    private final Registry registry;

    public WindowsTheme() {
        this(new Win32Registry());
    }

    WindowsTheme(Registry registry) {
        this.registry = registry;
    }

    /** Returns false, too, where the setting is missing: Windows itself then is light. */
    @Override
    public boolean getAsBoolean() {
        try {
            return registry.read(Registry.Root.CURRENT_USER, KEY)
                    .flatMap(key -> key.number("AppsUseLightTheme"))
                    .map(light -> light == 0)
                    .orElse(false);
        } catch (IOException e) {
            LOG.info("Windows does not tell whether programs are dark", e);
            return false;
        }
    }
}
