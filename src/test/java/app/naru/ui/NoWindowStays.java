package app.naru.ui;

import java.util.List;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Hides the windows that a test has left, also when it failed half-way: the next one's clicks and
 * keys would go to them. For every test, see {@code junit-platform.properties}.
 */
public final class NoWindowStays implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        if (!Window.getWindows().isEmpty()) {
            WaitForAsyncUtils.waitForAsyncFx(
                    60_000, () -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        }
    }
}
