package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Situations and forwards written down as data. */
public final class Situations {

    public static final long OWN_PID = 4242;
    public static final String OWN_PROGRAM = "C:\\Program Files\\Naru\\Naru.exe";

    private Situations() {}

    /** A PC with Ethernet at 192.168.0.7, a VPN with the better route, and a Hyper-V switch. */
    public static Situation windows(Listener... listeners) {
        return pc(OperatingSystem.WINDOWS, listeners);
    }

    public static Situation linux(Listener... listeners) {
        return pc(OperatingSystem.LINUX, listeners);
    }

    private static Situation pc(OperatingSystem system, Listener... listeners) {
        Network network =
                new Network(
                        List.of(
                                netInterface(9, "VPN", NetInterface.Kind.TUNNEL, "10.8.0.2", 24),
                                netInterface(
                                        5,
                                        "vEthernet (WSL)",
                                        NetInterface.Kind.VIRTUAL,
                                        "172.28.176.1",
                                        20),
                                netInterface(
                                        3,
                                        "Ethernet",
                                        NetInterface.Kind.ETHERNET,
                                        "192.168.0.7",
                                        24)),
                        List.of(
                                new Gateway(Address.parse("10.8.0.1"), 9, 5),
                                new Gateway(Address.parse("192.168.0.1"), 3, 25)));
        return Situation.unseen(system, OWN_PID, Optional.of(OWN_PROGRAM))
                .withNetwork(new Fact.Known<>(network))
                .withListeners(new Fact.Known<>(List.of(listeners)))
                .withWsl(new Fact.Unknown<>(Sentence.of("survey.wsl.notHere")))
                .withOutside(new Fact.Unknown<>(Sentence.of("survey.publicAddress.notYet")));
    }

    public static NetInterface netInterface(
            int index, String name, NetInterface.Kind kind, String address, int prefix) {
        return new NetInterface(
                index,
                name,
                name + " adapter",
                kind,
                List.of(new NetInterface.Assigned(Address.parse(address), prefix)),
                Optional.of(NetworkProfile.PRIVATE));
    }

    public static Fact<Wsl> wsl(NetworkingMode mode, boolean running, String natAddress) {
        return new Fact.Known<>(
                new Wsl(
                        Optional.of("2.6.3.0"),
                        List.of(
                                new Distro(
                                        "{11111111-1111-1111-1111-111111111111}",
                                        "Ubuntu",
                                        2,
                                        true)),
                        running,
                        mode,
                        Optional.of(Address.parse(natAddress))));
    }

    public static Listener listener(String address, int port, String program) {
        return listener(address, port, program, 77);
    }

    public static Listener listener(String address, int port, String program, long pid) {
        return new Listener(
                Protocol.TCP,
                Address.parse(address),
                new Port(port),
                Optional.of(new Program(pid, program, Optional.empty(), program)));
    }

    public static Forward forward(String ports, String target, String audience) {
        return forward(ports, target, audience, "lan");
    }

    public static Forward forward(String ports, String target, String audience, String listen) {
        return new Forward(
                "0badcafe",
                new ForwardName("Django"),
                Protocol.TCP,
                PortRange.parse(ports),
                Listen.parse(listen),
                Target.parse(target),
                Audience.parse(audience),
                Lifetime.parse("always"),
                Set.of(NetworkProfile.PRIVATE, NetworkProfile.DOMAIN),
                "");
    }
}
