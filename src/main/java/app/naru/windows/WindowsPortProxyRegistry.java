package app.naru.windows;

import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.PortProxyRegistry;
import java.io.IOException;
import java.util.Map;

/** Reads the port proxy's entries where the service IP Helper keeps them. */
public final class WindowsPortProxyRegistry implements PortProxyRegistry {

    private static final String KEY = "SYSTEM\\CurrentControlSet\\Services\\PortProxy";

    private final Registry registry;

    public WindowsPortProxyRegistry() {
        this(new Win32Registry());
    }

    WindowsPortProxyRegistry(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Map<String, String> values(PortProxyEntry.Family family) throws IOException {
        String key = KEY + "\\" + family.lowerCase() + "\\tcp";
        return registry.read(Registry.Root.LOCAL_MACHINE, key)
                .map(RegistryKey::texts)
                .orElse(Map.of());
    }
}
