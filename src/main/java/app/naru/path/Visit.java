package app.naru.path;

import app.naru.firewall.Question;
import app.naru.firewall.RuleProtocol;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.survey.NetInterface;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those who come to a forward at one of this PC's addresses, as the firewall sees them.
 *
 * @param own the address that they come to
 */
public record Visit(Forward forward, Situation situation, InetAddress own) {

    /** Stands for everyone on the Internet (RFC 5737). */
    private static final InetAddress SOMEONE = Address.parse("203.0.113.7");

    /** Returns the kind of network that they come from. */
    public NetworkProfile profile() {
        return owner().flatMap(NetInterface::profile).orElse(NetworkProfile.PUBLIC);
    }

    /** Returns what to ask the firewall about them, were the network of that kind. */
    public Question question(NetworkProfile profile) {
        List<Cidr> subnets =
                owner().map(NetInterface::addresses).orElse(List.of()).stream()
                        .map(NetInterface.Assigned::subnet)
                        .toList();
        Question question =
                Question.inbound(
                                RuleProtocol.of(forward.protocol()),
                                forward.ports().first(),
                                profile)
                        .withLocal(own, subnets)
                        .withRemote(visitor(subnets));
        return program(forward, situation).map(question::withProgram).orElse(question);
    }

    private Optional<NetInterface> owner() {
        return situation.network().known().flatMap(network -> network.owner(own));
    }

    /** Returns the program that receives: the relay is Naru itself, else it is the server's own. */
    static Optional<String> program(Forward forward, Situation situation) {
        return Route.of(forward, situation) instanceof Route.Relayed
                ? situation.ownProgram()
                : Route.listenersAt(forward, situation, forward.ports().first())
                        .filter(Listener::beyondLoopback)
                        .flatMap(listener -> listener.program().stream())
                        .map(Program::path)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private InetAddress visitor(List<Cidr> subnets) {
        return switch (forward.audience()) {
            case Audience.Internet internet -> SOMEONE;
            case Audience.Chosen(List<Cidr> chosen) -> chosen.getFirst().network();
            case Audience.ThisNetwork network ->
                    subnets.stream()
                            .filter(subnet -> subnet.contains(own))
                            .flatMap(this::neighbours)
                            .findFirst()
                            .orElse(SOMEONE);
        };
    }

    /** One of the addresses beside this PC's own is in the same subnet and not its name. */
    private Stream<InetAddress> neighbours(Cidr subnet) {
        return Stream.of(1, 2)
                .map(this::beside)
                .filter(subnet::contains)
                .filter(each -> !each.equals(subnet.network()));
    }

    private InetAddress beside(int bit) {
        byte[] bytes = own.getAddress();
        bytes[bytes.length - 1] ^= (byte) bit;
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }
}
