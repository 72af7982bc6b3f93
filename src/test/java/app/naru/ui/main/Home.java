package app.naru.ui.main;

import app.naru.firewall.FakeWindows;
import app.naru.forward.Address;
import app.naru.forward.Protocol;
import app.naru.internet.Contacts;
import app.naru.internet.FakeInternet;
import app.naru.router.Found;
import app.naru.router.ListingRouter;
import app.naru.router.MappedPort;
import app.naru.router.RouterFinder;
import app.naru.survey.Fact;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A home's PC as most have it: Windows with its firewall and WSL, behind a router that opens ports
 * when it is asked and whose address the Internet sees.
 */
final class Home implements AutoCloseable {

    private static final String SEEN = "203.0.113.9";
    private static final List<String> RULES =
            List.of(
                    "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|LPort=8000"
                            + "|App=C:\\Python312\\python.exe|Name=Python|",
                    "v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public"
                            + "|App=C:\\Program Files\\nodejs\\node.exe|Name=Node.js JavaScript"
                            + " Runtime|",
                    "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|App=System"
                            + "|Name=Remote Desktop (TCP-In)|EmbedCtxt=Remote Desktop|",
                    "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=5353"
                            + "|App=%SystemRoot%\\system32\\svchost.exe|Svc=dnscache"
                            + "|Name=@FirewallAPI.dll,-37303|EmbedCtxt=@FirewallAPI.dll,-37302|",
                    "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|RA4=LocalSubnet"
                            + "|Name=Ping|Desc=Answers a ping from this network.|",
                    "v2.31|Action=Allow|Active=TRUE|Dir=Out|Protocol=17|RPort=53"
                            + "|App=%SystemRoot%\\System32\\svchost.exe|Svc=Dnscache|Name=DNS|",
                    "v2.31|Action=Block|Active=FALSE|Dir=Out|App=C:\\Games\\game.exe|Name=A game|",
                    "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort2_10=9000-9010"
                            + "|RA4=LocalSubnet|RA6=LocalSubnet|Name=Naru - Site|");

    private final FakeInternet internet = new FakeInternet();
    private final ListingRouter router = new ListingRouter();
    private final FakeWindows windows = new FakeWindows();
    private volatile boolean routerAnswers = true;

    Home() throws IOException {
        RULES.forEach(windows::put);
        windows.texts.put("@FirewallAPI.dll,-37303", "mDNS (UDP-In)");
        windows.texts.put("@FirewallAPI.dll,-37302", "mDNS");
        router.entries.addAll(
                List.of(
                        entry(Protocol.TCP, 9000, "127.0.0.1", "Naru Site"),
                        entry(Protocol.UDP, 3074, "192.168.0.31", "Console")));
    }

    private static MappedPort entry(Protocol protocol, int port, String client, String name) {
        return new MappedPort(protocol, port, client, port, name, 0, true);
    }

    /** Whether the router answers those who look for it. */
    void routerAnswers(boolean now) {
        routerAnswers = now;
    }

    World.Around around() throws IOException {
        RouterFinder finder = progress -> routerAnswers ? router.found() : new Found(List.of());
        Contacts contacts =
                new Contacts(
                        List.of(internet.stun(SEEN), internet.stun(SEEN)),
                        List.of(internet.page("/ip", FakeInternet.saying(200, SEEN))),
                        List.of());
        return new World.Around(
                Optional.of(windows.firewall()),
                finder,
                Optional.of(contacts),
                new Fact.Known<>(wsl()));
    }

    private static Wsl wsl() {
        return new Wsl(
                Optional.of("2.6.0"),
                List.of(new Distro("{1}", "Ubuntu-24.04", 2, true)),
                true,
                NetworkingMode.NAT,
                Optional.of(Address.parse("172.20.1.2")));
    }

    @Override
    public void close() throws IOException {
        router.close();
        internet.close();
    }
}
