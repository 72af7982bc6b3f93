package app.naru.windows;

import com.sun.jna.platform.win32.IPHlpAPI;
import com.sun.jna.platform.win32.Ole32;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Windows' libraries that the survey calls. */
public final class WindowsLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(WindowsLibraries.class);

    private WindowsLibraries() {}

    /**
     * Binds them, which takes a noticeable part of a second the first time. Done ahead, so that the
     * time limit of the first survey is for looking alone.
     */
    public static void bind() {
        RegistryCalls.bind();
        List<Object> bound =
                List.of(
                        Kernel.INSTANCE,
                        IPHlpAPI.INSTANCE,
                        AdapterAddresses.INSTANCE,
                        Ole32.INSTANCE);
        LOG.debug("Bound {} of Windows' libraries", bound.size());
    }
}
