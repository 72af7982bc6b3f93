package app.naru.ui.wizard;

import app.naru.firewall.NetworkId;
import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.ui.BackgroundTasks;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslInside;
import app.naru.wsl.WslListener;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Situations written down as data. */
final class Scenes {

    static final long OWN_PID = 4711;
    static final String LAN = "192.168.0.7";

    private Scenes() {}

    /** This PC as tests set it, nobody asked what they are. */
    static Surroundings here(ReadOnlyObjectWrapper<Situation> situation) {
        return new Surroundings(
                situation.getReadOnlyProperty(), servers -> servers, BackgroundTasks.direct());
    }

    /** A Windows PC on one private network, with WSL, on which Django listens on loopback. */
    static Situation windows() {
        return Situation.unseen(
                        Situation.OperatingSystem.WINDOWS,
                        OWN_PID,
                        Optional.of("C:\\Naru\\naru.exe"))
                .withNetwork(new Fact.Known<>(network(NetworkProfile.PRIVATE)))
                .withListeners(new Fact.Known<>(List.of(django())))
                .withWsl(new Fact.Known<>(wsl()))
                .withOutside(new Fact.Unknown<>(Sentence.of("survey.publicAddress.notYet")));
    }

    /** The same PC, on which another Django listens in that distribution. */
    static Situation withDjangoInWsl(String distro) {
        Situation pc = windows();
        Listener django =
                listener("127.0.0.1", 8001, 411, "python3", "python3 manage.py runserver 8001");
        Listener relay = listener("127.0.0.1", 8001, 88, "wslrelay.exe", "");
        return pc.withListeners(new Fact.Known<>(List.of(django(), relay)))
                .withWindows(
                        pc.windows()
                                .withWslInside(
                                        new Fact.Known<>(
                                                new WslInside(
                                                        List.of(distro),
                                                        List.of(
                                                                new WslListener(
                                                                        Optional.of(distro),
                                                                        django)),
                                                        Optional.empty(),
                                                        Optional.empty()))));
    }

    /** A Linux PC on the same network, on which nothing listens. */
    static Situation linux() {
        return Situation.unseen(Situation.OperatingSystem.LINUX, OWN_PID, Optional.empty())
                .withNetwork(new Fact.Known<>(network(NetworkProfile.PRIVATE)))
                .withListeners(new Fact.Known<>(List.of()))
                .withWsl(new Fact.Unknown<>(Sentence.of("survey.wsl.notHere")))
                .withOutside(new Fact.Unknown<>(Sentence.of("survey.publicAddress.notYet")));
    }

    static Network network(NetworkProfile profile) {
        NetInterface wifi =
                new NetInterface(
                        7,
                        "Wi-Fi",
                        "Some adapter",
                        NetInterface.Kind.WIFI,
                        List.of(new NetInterface.Assigned(Address.parse(LAN), 24)),
                        Optional.of(profile),
                        Optional.of(new NetworkId("{6A1B1C1E-1111-4222-8333-444455556666}")));
        return new Network(
                List.of(wifi), List.of(new Gateway(Address.parse("192.168.0.1"), 7, 10)));
    }

    static Listener django() {
        return listener("127.0.0.1", 8000, 99, "python.exe", "python manage.py runserver 8000");
    }

    static Listener listener(String address, int port, long pid, String name, String commandLine) {
        return new Listener(
                Protocol.TCP,
                Address.parse(address),
                new Port(port),
                Optional.of(new Program(pid, name, Optional.empty(), commandLine)));
    }

    static Wsl wsl() {
        return new Wsl(
                Optional.of("2.6.0"),
                List.of(
                        new Distro("{1}", "Ubuntu", 2, true),
                        new Distro("{2}", "Debian", 2, false)),
                true,
                NetworkingMode.NAT,
                Optional.of(Address.parse("172.20.1.2")));
    }
}
