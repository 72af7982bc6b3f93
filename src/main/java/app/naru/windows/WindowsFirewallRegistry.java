package app.naru.windows;

import app.naru.firewall.FirewallRegistry;
import app.naru.firewall.PolicyStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;

/** Reads the firewall's rules where Windows keeps them (MS-GPFAS 2.2.2.19). */
public final class WindowsFirewallRegistry implements FirewallRegistry {

    private static final String LOCAL =
            "SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
    private static final String GROUP_POLICY = "SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
    private static final String MDM = LOCAL + "\\Mdm";

    private final Registry registry;

    public WindowsFirewallRegistry() {
        this(new Win32Registry());
    }

    WindowsFirewallRegistry(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Map<String, String> rules(PolicyStore store) throws IOException {
        String key = base(store) + "\\FirewallRules";
        return registry.read(Registry.Root.LOCAL_MACHINE, key)
                .orElseThrow(() ->
                        new FileNotFoundException(
                                "There is no registry key "
                                        + Registry.Root.LOCAL_MACHINE.path(key)))
                .texts();
    }

    private static String base(PolicyStore store) {
        return switch (store) {
            case LOCAL -> LOCAL;
            case GROUP_POLICY -> GROUP_POLICY;
            case MDM -> MDM;
        };
    }
}
