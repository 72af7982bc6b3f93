package app.naru.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Address;
import app.naru.survey.NetInterface.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class LinuxNetworkTest {

    @TempDir private Path root;

    @Test
    void readsThisPcsLoopbackInterface() throws IOException {
        Network network = new LinuxNetwork(Path.of("/proc"), Path.of("/sys")).read();
        NetInterface loopback = network.owner(Address.parse("127.0.0.1")).orElseThrow();
        assertThat(loopback.kind()).isEqualTo(Kind.LOOPBACK);
        assertThat(loopback.reachesDevices()).isFalse();
        assertThat(loopback.addresses())
                .contains(new NetInterface.Assigned(Address.parse("127.0.0.1"), 8));
        assertThat(network.lanAddresses()).noneMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void leavesOutWhatIsDownOrWithoutAddress() throws IOException {
        Network network = new LinuxNetwork(Path.of("/proc"), Path.of("/sys")).read();
        List<String> shown = network.interfaces().stream().map(NetInterface::name).toList();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            boolean useful = each.isUp() && !each.getInterfaceAddresses().isEmpty();
            assertThat(shown.contains(each.getName())).as(each.getName()).isEqualTo(useful);
        }
    }

    @Test
    void joinsAGatewayToTheInterfaceThatItIsReachedBy() throws IOException {
        int index = NetworkInterface.getByName("lo").getIndex();
        routes(
                """
                Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
                lo	00000000	FE01A8C0	0003	0	0	600	00000000	0	0	0
                gone0	00000000	0101A8C0	0003	0	0	1	00000000	0	0	0
                """);
        assertThat(new LinuxNetwork(root, root).read().gateways())
                .containsExactly(new Gateway(Address.parse("192.168.1.254"), index, 600));
    }

    @Test
    void saysThatTheRoutesCanNotBeRead() {
        assertThatThrownBy(() -> new LinuxNetwork(root, root).read())
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "eth0,ETHERNET",
        "enp3s0,ETHERNET",
        "wlp2s0,WIFI",
        "wwan0,MOBILE",
        "docker0,VIRTUAL",
        "br-1a2b3c,VIRTUAL",
        "veth12ab,VIRTUAL",
        "virbr0,VIRTUAL",
        "tailscale0,TUNNEL",
        "wg0,TUNNEL",
        "tun0,TUNNEL",
        "lo,LOOPBACK",
        "mystery,OTHER",
    })
    void goesByTheNameWhereTheSystemSaysNothing(String name, Kind kind) {
        assertThat(kindOf(name)).isEqualTo(kind);
    }

    @Test
    void goesByWhatTheSystemSays() throws IOException {
        interfaceWith("office", "tun_flags", "0x1001");
        interfaceWith("radio", "phy80211/name", "phy0");
        interfaceWith("air", "uevent", "DEVTYPE=wlan\nINTERFACE=air\n");
        interfaceWith("stick", "uevent", "INTERFACE=stick\nDEVTYPE=wwan\n");
        interfaceWith("home", "uevent", "DEVTYPE=wireguard\n");
        interfaceWith("dial", "type", "512\n");
        interfaceWith("card", "device/vendor", "0x8086");
        interfaceWith("made", "type", "1\n");
        assertThat(kindOf("office")).isEqualTo(Kind.TUNNEL);
        assertThat(kindOf("radio")).isEqualTo(Kind.WIFI);
        assertThat(kindOf("air")).isEqualTo(Kind.WIFI);
        assertThat(kindOf("stick")).isEqualTo(Kind.MOBILE);
        assertThat(kindOf("home")).isEqualTo(Kind.TUNNEL);
        assertThat(kindOf("dial")).isEqualTo(Kind.TUNNEL);
        assertThat(kindOf("card")).isEqualTo(Kind.ETHERNET);
        assertThat(kindOf("made")).isEqualTo(Kind.VIRTUAL);
    }

    @Test
    void takesAVirtualInterfaceForTheLanWhereItIsNamedSo() throws IOException {
        interfaceWith("eth0", "type", "1\n");
        interfaceWith("veth0a", "type", "1\n");
        assertThat(kindOf("eth0")).isEqualTo(Kind.ETHERNET);
        assertThat(kindOf("veth0a")).isEqualTo(Kind.VIRTUAL);
    }

    @Test
    void takesABridgeForTheLanWhereTheNetworkCardIsInIt() throws IOException {
        interfaceWith("br0", "bridge/stp_state", "0");
        interfaceWith("br0", "brif/enp3s0/state", "3");
        interfaceWith("enp3s0", "device/vendor", "0x8086");
        interfaceWith("docker0", "bridge/stp_state", "0");
        interfaceWith("docker0", "brif/veth1/state", "3");
        interfaceWith("veth1", "type", "1");
        assertThat(kindOf("br0")).isEqualTo(Kind.ETHERNET);
        assertThat(kindOf("docker0")).isEqualTo(Kind.VIRTUAL);
    }

    @Test
    void looksAtAnInterfaceOnceAndAtABridgeAgain() throws IOException {
        LinuxInterfaceKinds kinds = new LinuxInterfaceKinds(root);
        interfaceWith("home", "uevent", "DEVTYPE=wireguard\n");
        interfaceWith("br0", "bridge/stp_state", "0");
        interfaceWith("br0", "brif/veth1/state", "3");
        assertThat(kinds.of(3, "home")).isEqualTo(Kind.TUNNEL);
        assertThat(kinds.of(4, "br0")).isEqualTo(Kind.VIRTUAL);

        interfaceWith("home", "uevent", "DEVTYPE=wlan\n");
        interfaceWith("br0", "brif/enp3s0/state", "3");
        interfaceWith("enp3s0", "device/vendor", "0x8086");

        assertThat(kinds.of(3, "home")).isEqualTo(Kind.TUNNEL);
        assertThat(kinds.of(4, "br0")).isEqualTo(Kind.ETHERNET);
        assertThat(kinds.of(5, "home")).as("another of that name").isEqualTo(Kind.WIFI);
    }

    private Kind kindOf(String name) {
        return new LinuxInterfaceKinds(root).of(2, name);
    }

    private void interfaceWith(String name, String file, String content) throws IOException {
        Path path = root.resolve("class/net").resolve(name).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void routes(String table) throws IOException {
        Files.createDirectories(root.resolve("net"));
        Files.writeString(root.resolve("net/route"), table);
    }
}
