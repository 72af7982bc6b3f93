package app.naru.firewall;

import static app.naru.firewall.PortProxyEntry.Family.V4TOV4;
import static app.naru.firewall.PortProxyEntry.Family.V4TOV6;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import java.io.IOException;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortProxyTest {

    private static final InetAddress LAN = Address.parse("192.168.0.5");
    private static final Set<InetAddress> OWN = Set.of(LAN, Address.parse("fd00::5"));

    private final Map<PortProxyEntry.Family, Map<String, String>> registry =
            new EnumMap<>(PortProxyEntry.Family.class);

    private PortProxy read() throws IOException {
        return PortProxy.read(family -> registry.getOrDefault(family, Map.of()));
    }

    private void put(PortProxyEntry.Family family, String name, String data) {
        registry.computeIfAbsent(family, each -> new HashMap<>()).put(name, data);
    }

    @Test
    void readsTheEntriesOfTheRegistry() throws IOException {
        put(V4TOV4, "0.0.0.0/9999", "192.168.1.101/22");
        put(V4TOV4, "*/80", "wsl.local/8080");
        put(V4TOV6, "192.168.0.5/443", "fd00::7/8443");
        put(V4TOV4, "nonsense", "1.2.3.4/5");
        put(V4TOV4, "1.2.3.4/0", "1.2.3.4/5");
        put(V4TOV4, "1.2.3.4/7", "a b/5");

        PortProxy proxy = read();

        assertThat(proxy.entries())
                .extracting(entry -> NetshCommand.addPortProxy(entry).toString())
                .containsExactly(
                        "netsh interface portproxy add v4tov4 listenport=80 listenaddress=\"*\""
                                + " connectport=8080 connectaddress=wsl.local",
                        "netsh interface portproxy add v4tov4 listenport=9999"
                                + " listenaddress=0.0.0.0 connectport=22"
                                + " connectaddress=192.168.1.101",
                        "netsh interface portproxy add v4tov6 listenport=443"
                                + " listenaddress=192.168.0.5 connectport=8443"
                                + " connectaddress=fd00::7");
        assertThat(proxy.entries())
                .extracting(entry -> entry.target().toString())
                .containsExactly("wsl.local:8080", "192.168.1.101:22", "[fd00::7]:8443");
        assertThat(proxy.unreadable())
                .containsExactly(
                        "1.2.3.4/0 = 1.2.3.4/5", "1.2.3.4/7 = a b/5", "nonsense = 1.2.3.4/5");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/8000, true",
        "*/8000, true",
        "192.168.0.5/8000, true",
        "192.168.0.6/8000, false",
        "127.0.0.1/8000, false",
        "0.0.0.0/8010, true",
        "0.0.0.0/8011, false",
    })
    void namesTheEntriesThatTakeAForwardsPort(String listen, boolean conflict) throws IOException {
        put(V4TOV4, listen, "10.0.0.1/22");

        assertThat(read().conflicts(List.of(LAN), PortRange.parse("8000-8010")))
                .hasSize(conflict ? 1 : 0);
    }

    @Test
    void leavesIpv6PortsToThemselves() throws IOException {
        put(V4TOV4, "*/8000", "10.0.0.1/22");

        assertThat(read().conflicts(List.of(Address.parse("fd00::5")), PortRange.of(8000)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/8000, 127.0.0.1/8000, true",
        "*/8000, localhost/8000, true",
        "0.0.0.0/8000, 192.168.0.5/8000, true",
        "192.168.0.5/8000, 192.168.0.5/8000, true",
        "127.0.0.1/8000, localhost/8000, true",
        "192.168.0.5/8000, 127.0.0.1/8000, false",
        "0.0.0.0/8000, 127.0.0.1/8001, false",
        "0.0.0.0/8000, 172.28.1.2/8000, false",
        "0.0.0.0/8000, somewhere/8000, false",
    })
    void namesAnEntryThatLeadsToItself(String listen, String connect, boolean loop)
            throws IOException {
        put(V4TOV4, listen, connect);

        assertThat(read().loops(OWN)).hasSize(loop ? 1 : 0);
    }

    @Test
    void namesEntriesThatLeadToEachOther() throws IOException {
        put(V4TOV4, "192.168.0.5/1", "127.0.0.1/2");
        put(V4TOV4, "127.0.0.1/2", "192.168.0.5/1");
        put(V4TOV4, "127.0.0.1/3", "192.168.0.5/1");

        assertThat(read().loops(OWN))
                .extracting(entry -> entry.listenPort().number())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void removesAnEntryAndMakesItAgain() throws IOException {
        put(V4TOV4, "*/8000", "10.0.0.1/22");
        PortProxyEntry entry = read().entries().getFirst();
        PortProxyChanges changes =
                new PortProxyChanges(family -> registry.getOrDefault(family, Map.of()));
        ElevatedTasks tasks =
                new ElevatedTasks((program, arguments, limit) -> {
                    if (arguments.contains("delete")) {
                        registry.clear();
                    } else {
                        put(V4TOV4, "*/8000", "10.0.0.1/22");
                    }
                    return new Elevation.Ending.Exited(0);
                });

        assertThat(tasks.bring(changes.removing(entry))).isEqualTo(new RuleOutcome.Done());
        assertThat(tasks.bring(changes.removing(entry))).isEqualTo(new RuleOutcome.AlreadySo());
        assertThat(tasks.bring(changes.making(entry))).isEqualTo(new RuleOutcome.Done());
        assertThat(changes.has(entry)).isTrue();
    }

    @Test
    void refusesAHostThatIsNone() {
        assertThatThrownBy(() -> PortProxyEntry.parse(V4TOV4, "*/1", "a&calc/2"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PortProxyEntry.parse(V4TOV4, "*/1", "*/2"))
                .isInstanceOf(InvalidInput.class);
    }
}
