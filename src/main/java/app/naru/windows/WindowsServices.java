package app.naru.windows;

import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Asks the service control manager how services stand; it tells everybody. */
public final class WindowsServices {

    private static final int SC_STATUS_PROCESS_INFO = 0;
    private static final String SERVICES = "SYSTEM\\CurrentControlSet\\Services\\";

    /** SERVICE_DISABLED of the registry value Start. */
    private static final int DISABLED = 4;

    private final Registry registry = new Win32Registry();

    /**
     * @throws IOException if Windows does not tell
     */
    public Map<WindowsService, ServiceState> read() throws IOException {
        SC_HANDLE manager =
                ServiceCalls.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT);
        if (manager == null) {
            throw failure("its services");
        }
        try {
            Map<WindowsService, ServiceState> states = new EnumMap<>(WindowsService.class);
            for (WindowsService service : WindowsService.values()) {
                states.put(service, state(manager, service));
            }
            return states;
        } finally {
            ServiceCalls.INSTANCE.CloseServiceHandle(manager);
        }
    }

    private ServiceState state(SC_HANDLE manager, WindowsService service) throws IOException {
        String name = service.systemName();
        SC_HANDLE handle =
                ServiceCalls.INSTANCE.OpenService(manager, name, Winsvc.SERVICE_QUERY_STATUS);
        if (handle == null) {
            if (Native.getLastError() == WinError.ERROR_SERVICE_DOES_NOT_EXIST) {
                return ServiceState.MISSING;
            }
            throw failure("the service " + name);
        }
        try {
            SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
            if (!ServiceCalls.INSTANCE.QueryServiceStatusEx(
                    handle, SC_STATUS_PROCESS_INFO, status, status.size(), new IntByReference())) {
                throw failure("the service " + name);
            }
            return switch (status.dwCurrentState) {
                case Winsvc.SERVICE_RUNNING -> ServiceState.RUNNING;
                case Winsvc.SERVICE_STOPPED ->
                        isDisabled(name) ? ServiceState.DISABLED : ServiceState.STOPPED;
                default -> ServiceState.CHANGING;
            };
        } finally {
            ServiceCalls.INSTANCE.CloseServiceHandle(handle);
        }
    }

    private boolean isDisabled(String name) throws IOException {
        return registry.read(Registry.Root.LOCAL_MACHINE, SERVICES + name)
                .flatMap(key -> key.number("Start"))
                .map(start -> start == DISABLED)
                .orElse(false);
    }

    private static IOException failure(String what) {
        return new IOException(
                "Windows does not tell of "
                        + what
                        + " (Win32 error "
                        + Native.getLastError()
                        + ")");
    }
}
