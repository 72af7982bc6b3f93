package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Address;
import app.naru.windows.Registry.Root;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryWslTest {

    private static final String LXSS = "Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";
    private static final String POLICIES = "SOFTWARE\\Policies\\WSL";
    private static final String WINDOWS = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    @TempDir private Path home;
    private final WrittenDownRegistry registry = new WrittenDownRegistry();
    private List<String> programs = List.of("explorer.exe");

    @Test
    void aPcWithoutWslHasNoDistro() throws Exception {
        Wsl wsl = read();
        assertThat(wsl.installed()).isFalse();
        assertThat(wsl.storeVersion()).isEmpty();
        assertThat(wsl.natAddress()).isEmpty();
        assertThat(wsl.mode()).isEqualTo(NetworkingMode.NAT);
    }

    @Test
    void readsDistrosAndWhichIsTheDefault() throws Exception {
        distro("{a}", "Ubuntu", 0xf);
        distro("{b}", "Debian", 0x7);
        registry.value(Root.CURRENT_USER, LXSS, "DefaultDistribution", "{B}");
        assertThat(read().distros())
                .containsExactly(
                        new Distro("{a}", "Ubuntu", 2, false),
                        new Distro("{b}", "Debian", 1, true));
    }

    @Test
    void leavesOutWhatBelongsToATool() throws Exception {
        distro("{a}", "docker-desktop", 0xf);
        distro("{b}", "docker-desktop-data", 0xf);
        distro("{c}", "rancher-desktop", 0xf);
        distro("{d}", "podman-machine-default", 0xf);
        distro("{e}", "docker-work", 0xf);
        assertThat(read().distros()).extracting(Distro::name).containsExactly("docker-work");
    }

    @Test
    void leavesOutWhatIsNotInstalledYet() throws Exception {
        distro("{a}", "Ubuntu", 0xf);
        registry.value(Root.CURRENT_USER, LXSS + "\\{a}", "State", 3);
        registry.key(Root.CURRENT_USER, LXSS + "\\{b}");
        assertThat(read().installed()).isFalse();
    }

    @Test
    void readsAddressAndVersion() throws Exception {
        distro("{a}", "Ubuntu", 0xf);
        fromStore();
        registry.value(Root.CURRENT_USER, LXSS, "NatIpAddress", "172.28.185.15");
        Wsl wsl = read();
        assertThat(wsl.storeVersion()).contains("2.6.3.0");
        assertThat(wsl.natAddress()).contains(Address.parse("172.28.185.15"));
    }

    @Test
    void aDamagedAddressIsNone() throws Exception {
        registry.value(Root.CURRENT_USER, LXSS, "NatIpAddress", "example.org");
        assertThat(read().natAddress()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vmmemWSL, true", "vmmem, true", "vmmemCmZygote, false", "wslservice.exe, false"})
    void runsWhenItsMemoryDoes(String program, boolean running) throws Exception {
        distro("{a}", "Ubuntu", 0xf);
        programs = List.of("System", program);
        assertThat(read().running()).isEqualTo(running);
    }

    @Test
    void aHyperVMachineWithoutWslIsNotWsl() throws Exception {
        programs = List.of("vmmem");
        assertThat(read().running()).isFalse();
    }

    @Test
    void theUserChoosesTheMode() throws Exception {
        fromStore();
        config("[wsl2]\nnetworkingMode=mirrored\n");
        assertThat(read().mode()).isEqualTo(NetworkingMode.MIRRORED);
    }

    @Test
    void theWslThatCameWithWindowsKnowsNatAlone() throws Exception {
        config("[wsl2]\nnetworkingMode=mirrored\n");
        assertThat(read().mode()).isEqualTo(NetworkingMode.NAT);
    }

    @ParameterizedTest
    @CsvSource({"19045, NAT", "22000, NAT", "22621, MIRRORED", "26100, MIRRORED"})
    void mirroredNeedsWindows11(String build, NetworkingMode mode) throws Exception {
        fromStore();
        config("[wsl2]\nnetworkingMode=mirrored\n");
        registry.value(Root.LOCAL_MACHINE, WINDOWS, "CurrentBuildNumber", build);
        assertThat(read().mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, NAT", "2, NAT", "3, MIRRORED", "4, CONSOMME", "9, NAT"})
    void aPolicySetsTheDefault(int number, NetworkingMode mode) throws Exception {
        fromStore();
        registry.value(Root.LOCAL_MACHINE, POLICIES, "DefaultNetworkingMode", number);
        assertThat(read().mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"mirrored, NAT", "consomme, NAT", "none, NONE"})
    void aPolicyMayForbidChoosing(String chosen, NetworkingMode mode) throws Exception {
        fromStore();
        registry.value(Root.LOCAL_MACHINE, POLICIES, "AllowNetworkingModeUserSetting", 0);
        config("[wsl2]\nnetworkingMode=" + chosen);
        assertThat(read().mode()).isEqualTo(mode);
    }

    @Test
    void whatMayNotBeReadIsNotNothing() {
        registry.deny(Root.CURRENT_USER, LXSS);
        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HKCU\\" + LXSS);
    }

    private Wsl read() throws IOException {
        return new RegistryWsl(registry, () -> programs, home.resolve(".wslconfig")).read();
    }

    private void distro(String id, String name, int flags) {
        registry.value(Root.CURRENT_USER, LXSS + "\\" + id, "DistributionName", name)
                .value(Root.CURRENT_USER, LXSS + "\\" + id, "Flags", flags)
                .value(Root.CURRENT_USER, LXSS + "\\" + id, "State", 1);
    }

    private void fromStore() {
        registry.value(Root.LOCAL_MACHINE, LXSS + "\\MSI", "Version", "2.6.3.0");
    }

    private void config(String text) throws IOException {
        Files.writeString(home.resolve(".wslconfig"), text);
    }
}
