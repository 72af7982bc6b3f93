package app.naru.diagnosis;

import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.netInterface;
import static java.util.Map.entry;

import app.naru.diagnosis.Reach.Result;
import app.naru.firewall.ExcludedRange;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.relay.PortUnavailable.Reason;
import app.naru.server.HostRefusal;
import app.naru.server.ServerKind;
import app.naru.server.Speech;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.NetInterface.Kind;
import app.naru.survey.Network;
import app.naru.wsl.NetworkingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The causes at the server, at WSL and at the relay. */
final class ServerExamples {

    static final Map<Cause, Example> ALL =
            Map.ofEntries(
                    entry(
                            Cause.NOTHING_LISTENS,
                            new Example(
                                    refusing(), refusing().server("[::1]:8000", Result.ACCEPTED))),
                    entry(
                            Cause.LOOPBACK_ONLY,
                            new Example(
                                    new Scene().stage(Stage.BARE).front(Result.REFUSED),
                                    new Scene().stage(Stage.OPEN).front(Result.REFUSED))),
                    entry(
                            Cause.PORT_TAKEN,
                            new Example(
                                    closed().door(
                                                    "192.168.0.7",
                                                    Reason.TAKEN,
                                                    "nginx (815)",
                                                    false),
                                    // What Windows' proxy holds is the proxy's cause.
                                    closed().door("192.168.0.7", Reason.TAKEN, "svchost", false)
                                            .portProxy("0.0.0.0/8000", "172.28.1.2/8000"))),
                    entry(
                            Cause.PORT_EXCLUDED,
                            new Example(
                                    closed().door(kept()),
                                    closed().door(
                                                    "192.168.0.7",
                                                    Reason.TAKEN,
                                                    "nginx (815)",
                                                    false))),
                    entry(
                            Cause.ANSWERS_ELSEWHERE,
                            new Example(
                                    new Scene()
                                            .noServer()
                                            .server("127.0.0.1:8000", Result.REFUSED)
                                            .server("192.168.0.9:8000", Result.ACCEPTED),
                                    new Scene().server("192.168.0.9:8000", Result.ACCEPTED))),
                    entry(
                            Cause.TLS_MISMATCH,
                            new Example(
                                    new Scene().speech(speech(ServerKind.HTTPS, true)),
                                    new Scene()
                                            .forward("8443", "8443", "lan")
                                            .speech(speech(ServerKind.HTTPS, true)))),
                    entry(
                            Cause.DJANGO_REFUSES_HOST,
                            new Example(
                                    new Scene().speech(refuses("192.168.0.7", HostRefusal.DJANGO)),
                                    new Scene().speech(speech(ServerKind.DJANGO, false)))),
                    entry(
                            Cause.DJANGO_REFUSES_ORIGIN,
                            new Example(
                                    new Scene().speech(refusesForms()),
                                    new Scene().speech(speech(ServerKind.DJANGO, false)))),
                    entry(
                            Cause.DEV_SERVER_REFUSES_HOST,
                            new Example(
                                    new Scene().speech(refuses("192.168.0.7", HostRefusal.WEBPACK)),
                                    new Scene()
                                            .speech(refuses("192.168.0.7", HostRefusal.DJANGO)))),
                    entry(
                            Cause.DJANGO_DEBUG,
                            new Example(
                                    new Scene().internet().speech(debugging()),
                                    new Scene().speech(debugging()))),
                    entry(
                            Cause.WSL_NOT_RUNNING,
                            new Example(
                                    inWsl(NetworkingMode.NAT)
                                            .wsl(NetworkingMode.NAT, false)
                                            .silent()
                                            .server("127.0.0.1:8000", Result.REFUSED),
                                    inWsl(NetworkingMode.NAT))),
                    entry(
                            Cause.WSL_ADDRESS_CHANGED,
                            new Example(
                                    inWsl(NetworkingMode.NAT).remembered("", "172.28.1.9", ""),
                                    inWsl(NetworkingMode.NAT).remembered("", "172.28.180.2", ""))),
                    entry(
                            Cause.WSL_LOCALHOST_BROKEN,
                            new Example(
                                    inWsl(NetworkingMode.NAT)
                                            .server("127.0.0.1:8000", Result.REFUSED)
                                            .server("172.28.180.2:8000", Result.ACCEPTED),
                                    inWsl(NetworkingMode.NAT)
                                            .server("172.28.180.2:8000", Result.ACCEPTED))),
                    entry(
                            Cause.WSL_MIRRORED,
                            new Example(
                                    inWsl(NetworkingMode.MIRRORED),
                                    inWsl(NetworkingMode.MIRRORED).hyperVRule(true))),
                    entry(
                            Cause.WSL_HYPERV_BLOCKS,
                            new Example(
                                    inWsl(NetworkingMode.MIRRORED).hyperVRule(false),
                                    inWsl(NetworkingMode.NAT).hyperVRule(false))),
                    entry(
                            Cause.WSL_NETWORK_CLASH,
                            new Example(
                                    clashing()
                                            .noServer()
                                            .server("172.28.180.2:8000", Result.TIMED_OUT),
                                    clashing())),
                    entry(
                            Cause.RELAY_NOT_RUNNING,
                            new Example(
                                    new Scene().front(Result.REFUSED),
                                    new Scene()
                                            .listeners(listener("0.0.0.0", 8000, "python.exe")))),
                    entry(
                            Cause.PORTPROXY_IN_THE_WAY,
                            new Example(
                                    new Scene().portProxy("0.0.0.0/8000", "127.0.0.1/8000"),
                                    new Scene().portProxy("0.0.0.0/8000", "172.28.1.2/8000"))),
                    entry(
                            Cause.LOOPBACK_PORT_HELD,
                            new Example(
                                    onEveryAddress()
                                            .door("0.0.0.0", Reason.TAKEN, "wslrelay.exe", true),
                                    onEveryAddress()
                                            .door("0.0.0.0", Reason.TAKEN, "nginx.exe", false))),
                    entry(
                            Cause.VISITORS_TURNED_AWAY,
                            new Example(new Scene().turnedAway(3), new Scene().turnedAway(0))),
                    entry(
                            Cause.ASKED_BY_OTHER_NAME,
                            new Example(
                                    new Scene().inHttpMode().askedFor(2, "home.example"),
                                    new Scene().inHttpMode().askedFor(0))));

    private ServerExamples() {}

    private static Scene closed() {
        return new Scene().stage(Stage.CLOSED).front(Result.REFUSED);
    }

    private static Scene refusing() {
        return new Scene().noServer().server("127.0.0.1:8000", Result.REFUSED);
    }

    private static Door kept() {
        return new Door(
                Address.parse("192.168.0.7"),
                new Port(8000),
                Reason.NOT_ALLOWED,
                Optional.empty(),
                false,
                Optional.of(new ExcludedRange(7976, 8075, false)),
                Optional.of(new Port(8076)));
    }

    private static Speech speech(ServerKind kind, boolean tls) {
        return new Speech(kind, true, tls, false, List.of(), Optional.empty());
    }

    private static Speech refuses(String host, HostRefusal by) {
        return new Speech(
                ServerKind.HTTP,
                true,
                false,
                false,
                List.of(
                        new Speech.Reply("localhost", 200, Optional.empty()),
                        new Speech.Reply(host, 400, Optional.of(by))),
                Optional.empty());
    }

    private static Speech refusesForms() {
        return new Speech(
                ServerKind.DJANGO,
                true,
                false,
                false,
                List.of(),
                Optional.of("http://192.168.0.7:8000"));
    }

    private static Speech debugging() {
        return new Speech(ServerKind.DJANGO, true, false, true, List.of(), Optional.empty());
    }

    private static Scene inWsl(NetworkingMode mode) {
        return new Scene().inWsl(mode);
    }

    private static Scene clashing() {
        NetInterface lan = netInterface(3, "Ethernet", Kind.ETHERNET, "192.168.0.7", 24);
        NetInterface vpn = netInterface(9, "Office VPN", Kind.TUNNEL, "172.16.0.5", 12);
        return inWsl(NetworkingMode.NAT)
                .network(
                        new Network(
                                List.of(lan, vpn),
                                List.of(new Gateway(Address.parse("192.168.0.1"), 3, 25))));
    }

    private static Scene onEveryAddress() {
        return new Scene()
                .forward("8000", "wsl:8000", "lan", "0.0.0.0")
                .wsl(NetworkingMode.NAT, true)
                .stage(Stage.CLOSED)
                .front(Result.REFUSED);
    }
}
