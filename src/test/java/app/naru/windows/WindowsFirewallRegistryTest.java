package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.firewall.KeyMissing;
import app.naru.firewall.PolicyStore;
import app.naru.windows.Registry.Root;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WindowsFirewallRegistryTest {

    private static final String LOCAL =
            "SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
    private static final String POLICY = "SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";

    private final WrittenDownRegistry written = new WrittenDownRegistry();
    private final WindowsFirewallRegistry registry = new WindowsFirewallRegistry(written);

    @Test
    void readsEachStoreWhereWindowsKeepsIt() throws Exception {
        written.value(Root.LOCAL_MACHINE, LOCAL + "\\FirewallRules", "{1}", "local")
                .value(Root.LOCAL_MACHINE, POLICY + "\\FirewallRules", "{2}", "policy")
                .value(Root.LOCAL_MACHINE, LOCAL + "\\Mdm\\FirewallRules", "{3}", "mdm");
        assertThat(registry.rules(PolicyStore.LOCAL)).isEqualTo(Map.of("{1}", "local"));
        assertThat(registry.rules(PolicyStore.GROUP_POLICY)).isEqualTo(Map.of("{2}", "policy"));
        assertThat(registry.rules(PolicyStore.MDM)).isEqualTo(Map.of("{3}", "mdm"));
    }

    @Test
    void leavesOutWhatIsNoText() throws Exception {
        written.value(Root.LOCAL_MACHINE, LOCAL + "\\FirewallRules", "{1}", "v2.30|")
                .value(Root.LOCAL_MACHINE, LOCAL + "\\FirewallRules", "{2}", 7);
        assertThat(registry.rules(PolicyStore.LOCAL)).containsOnlyKeys("{1}");
    }

    @Test
    void aMissingKeyIsNotNoRules() {
        assertThatThrownBy(() -> registry.rules(PolicyStore.GROUP_POLICY))
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining("HKLM\\" + POLICY + "\\FirewallRules");
    }

    @Test
    void aDeniedKeyIsNotNoRules() {
        written.key(Root.LOCAL_MACHINE, LOCAL + "\\FirewallRules")
                .deny(Root.LOCAL_MACHINE, LOCAL + "\\FirewallRules");
        assertThatThrownBy(() -> registry.rules(PolicyStore.LOCAL))
                .isInstanceOf(Registry.AccessDenied.class)
                .hasMessageContaining("HKLM\\" + LOCAL + "\\FirewallRules");
    }

    @Test
    void readsSettingsWithThoseOfSubkeys() throws Exception {
        String profile = LOCAL + "\\PublicProfile";
        written.value(Root.LOCAL_MACHINE, profile, "EnableFirewall", 1)
                .value(Root.LOCAL_MACHINE, profile, "DisabledInterfaces", "{A}")
                .value(Root.LOCAL_MACHINE, profile, "Large", -1)
                .value(
                        Root.LOCAL_MACHINE,
                        profile + "\\GloballyOpenPorts",
                        "AllowUserPrefMerge",
                        0);
        assertThat(registry.values(PolicyStore.LOCAL, "PublicProfile").orElseThrow())
                .containsOnly(
                        Map.entry("EnableFirewall", "1"),
                        Map.entry("DisabledInterfaces", "{A}"),
                        Map.entry("Large", "4294967295"),
                        Map.entry("GloballyOpenPorts\\AllowUserPrefMerge", "0"));
    }

    @Test
    void missingSettingsAreNone() throws Exception {
        assertThat(registry.values(PolicyStore.MDM, "PublicProfile")).isEmpty();
    }
}
