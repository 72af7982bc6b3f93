package app.naru.windows;

import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A thread of its own for one use of COM. COM and the shell want a thread that was initialised as a
 * single-threaded apartment, which no thread of a pool and no virtual thread may be left as.
 */
final class Apartment {

    private Apartment() {}

    /**
     * Starts the work on a new thread. Giving up on the result leaves the thread to end by itself;
     * it does not keep the program from ending.
     */
    static <T> Future<T> start(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> within(work));
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    private static <T> T within(Callable<T> work) throws Exception {
        HRESULT initialised =
                Ole32.INSTANCE.CoInitializeEx(
                        null, Ole32.COINIT_APARTMENTTHREADED | Ole32.COINIT_DISABLE_OLE1DDE);
        COMUtils.checkRC(initialised);
        try {
            return work.call();
        } finally {
            Ole32.INSTANCE.CoUninitialize();
        }
    }
}
