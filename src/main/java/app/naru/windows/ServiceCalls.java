package app.naru.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/** The few functions of advapi32.dll that tell how services stand; see {@link Kernel}. */
interface ServiceCalls extends StdCallLibrary {

    ServiceCalls INSTANCE =
            Native.load("advapi32", ServiceCalls.class, W32APIOptions.DEFAULT_OPTIONS);

    @Nullable SC_HANDLE OpenSCManager(
            @Nullable String machine, @Nullable String database, int access);

    @Nullable SC_HANDLE OpenService(SC_HANDLE manager, String name, int access);

    boolean QueryServiceStatusEx(
            SC_HANDLE service,
            int level,
            SERVICE_STATUS_PROCESS status,
            int size,
            IntByReference needed);

    boolean CloseServiceHandle(SC_HANDLE handle);
}
