package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.firewall.PortProxyEntry.Family;
import app.naru.windows.Registry.Root;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WindowsPortProxyRegistryTest {

    private static final String KEY = "SYSTEM\\CurrentControlSet\\Services\\PortProxy";

    private final WrittenDownRegistry written = new WrittenDownRegistry();
    private final WindowsPortProxyRegistry registry = new WindowsPortProxyRegistry(written);

    @Test
    void readsEachFamilyByItself() throws Exception {
        written.value(Root.LOCAL_MACHINE, KEY + "\\v4tov4\\tcp", "0.0.0.0/80", "172.28.1.2/8000")
                .value(Root.LOCAL_MACHINE, KEY + "\\v6tov4\\tcp", "*/81", "127.0.0.1/81");
        assertThat(registry.values(Family.V4TOV4))
                .isEqualTo(Map.of("0.0.0.0/80", "172.28.1.2/8000"));
        assertThat(registry.values(Family.V6TOV4)).isEqualTo(Map.of("*/81", "127.0.0.1/81"));
    }

    @Test
    void withoutTheKeyThereIsNone() throws Exception {
        assertThat(registry.values(Family.V6TOV6)).isEmpty();
    }

    @Test
    void aDeniedKeyIsNotNone() {
        written.deny(Root.LOCAL_MACHINE, KEY + "\\v4tov4\\tcp");
        assertThatThrownBy(() -> registry.values(Family.V4TOV4))
                .isInstanceOf(Registry.AccessDenied.class);
    }
}
