package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.survey.NetInterface.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdapterKindTest {

    @ParameterizedTest
    @CsvSource({
        "6, Realtek PCIe GbE Family Controller, 이더넷, ETHERNET",
        "71, Intel(R) Wi-Fi 6 AX201 160MHz, Wi-Fi, WIFI",
        "24, Software Loopback Interface 1, Loopback Pseudo-Interface 1, LOOPBACK",
        "6, Hyper-V Virtual Ethernet Adapter, vEthernet (WSL (Hyper-V firewall)), VIRTUAL",
        "6, Some Switch, vEthernet (Default Switch), VIRTUAL",
        "6, VMware Virtual Ethernet Adapter for VMnet8, VMware Network Adapter VMnet8, VIRTUAL",
        "6, VirtualBox Host-Only Ethernet Adapter, 이더넷 2, VIRTUAL",
        "71, Microsoft Wi-Fi Direct Virtual Adapter, 로컬 영역 연결* 1, VIRTUAL",
        "53, TAP-Windows Adapter V9, 이더넷 3, TUNNEL",
        "6, TAP-Windows Adapter V9, OpenVPN TAP, TUNNEL",
        "53, WireGuard Tunnel, wg0, TUNNEL",
        "6, Wintun Userspace Tunnel, Tailscale, TUNNEL",
        "23, WAN Miniport (PPTP), 회사, TUNNEL",
        "131, Teredo Tunneling Pseudo-Interface, Teredo, TUNNEL",
        "243, Quectel EM05-G, 셀룰러, MOBILE",
        "244, Fibocom L850-GL, Cellular, MOBILE",
        "6, Intel(R) Ethernet Connection I219-V, TAP to the cable, ETHERNET",
        "166, Something, Else, OTHER"
    })
    void tellsWhatAnAdapterIs(int type, String description, String name, Kind kind) {
        assertThat(AdapterKind.of(type, description, name)).isEqualTo(kind);
    }
}
