package app.naru.windows;

import app.naru.firewall.FirewallRegistry;
import app.naru.firewall.KeyMissing;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.ProfileSettings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the firewall's rules and settings where Windows keeps them (MS-GPFAS 2.2.2.19 and 2.2.3;
 * the local store and MDM's are laid out in the same way).
 */
public final class WindowsFirewallRegistry implements FirewallRegistry, ProfileSettings {

    private static final String LOCAL =
            "SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
    private static final String GROUP_POLICY = "SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
    private static final String MDM = LOCAL + "\\Mdm";

    private static final Registry.Root ROOT = Registry.Root.LOCAL_MACHINE;

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
        return registry.read(ROOT, key).orElseThrow(() -> new KeyMissing(ROOT.path(key))).texts();
    }

    @Override
    public Optional<Map<String, String>> values(PolicyStore store, String profileKey)
            throws IOException {
        String key = base(store) + "\\" + profileKey;
        Optional<RegistryKey> values = registry.read(ROOT, key);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        add(all, "", values.get());
        for (String subkey : registry.subkeys(ROOT, key).orElseThrow(() -> gone(key))) {
            registry.read(ROOT, key + "\\" + subkey)
                    .ifPresent(below -> add(all, subkey + "\\", below));
        }
        return Optional.of(all);
    }

    private static void add(Map<String, String> all, String prefix, RegistryKey key) {
        key.texts().forEach((name, text) -> all.put(prefix + name, text));
        key.numbers()
                .forEach(
                        (name, number) -> all.put(prefix + name, Integer.toUnsignedString(number)));
    }

    private static KeyMissing gone(String key) {
        return new KeyMissing(ROOT.path(key));
    }

    private static String base(PolicyStore store) {
        return switch (store) {
            case LOCAL -> LOCAL;
            case GROUP_POLICY -> GROUP_POLICY;
            case MDM -> MDM;
        };
    }
}
