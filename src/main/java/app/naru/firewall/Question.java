package app.naru.firewall;

import app.naru.forward.Cidr;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Traffic that the firewall is asked about. What is left empty is not known, and a rule that is
 * about it makes the answer less certain.
 *
 * @param protocol not {@code ANY}
 * @param port this PC's for what comes in, the other end's for what goes out; empty for ICMP
 * @param program the path of this PC's program; empty for one that no rule names
 * @param local this PC's address
 * @param remote the other end's address
 * @param profile the kind of network that the interface is on
 * @param subnets the interface's subnets: what {@code LocalSubnet} stands for
 * @param interfaceId the interface's GUID, in braces
 */
public record Question(
        Direction direction,
        RuleProtocol protocol,
        Optional<Port> port,
        Optional<String> program,
        Optional<InetAddress> local,
        Optional<InetAddress> remote,
        NetworkProfile profile,
        List<Cidr> subnets,
        Optional<String> interfaceId,
        Optional<InterfaceType> interfaceType) {

    public Question {
        if (protocol == RuleProtocol.ANY || protocol.hasPorts() != port.isPresent()) {
            throw new InvalidInput("rule.question", protocol.lowerCase());
        }
        subnets = List.copyOf(subnets);
    }

    /** Asks whether what arrives for that port is let in. */
    public static Question inbound(RuleProtocol protocol, Port port, NetworkProfile profile) {
        return bare(Direction.IN, protocol, Optional.of(port), profile);
    }

    /** Asks whether this PC may reach that port of others. */
    public static Question outbound(RuleProtocol protocol, Port port, NetworkProfile profile) {
        return bare(Direction.OUT, protocol, Optional.of(port), profile);
    }

    /** Asks about ICMP, which has no ports. */
    public static Question icmp(
            Direction direction, RuleProtocol protocol, NetworkProfile profile) {
        return bare(direction, protocol, Optional.empty(), profile);
    }

    private static Question bare(
            Direction direction,
            RuleProtocol protocol,
            Optional<Port> port,
            NetworkProfile profile) {
        return new Question(
                direction,
                protocol,
                port,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                profile,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the question for that program of this PC. */
    public Question withProgram(String path) {
        return new Question(
                direction,
                protocol,
                port,
                Optional.of(path),
                local,
                remote,
                profile,
                subnets,
                interfaceId,
                interfaceType);
    }

    /** Returns the question for that other end. */
    public Question withRemote(InetAddress address) {
        return new Question(
                direction,
                protocol,
                port,
                program,
                local,
                Optional.of(address),
                profile,
                subnets,
                interfaceId,
                interfaceType);
    }

    /** Returns the question for that address of this PC, in those subnets. */
    public Question withLocal(InetAddress address, List<Cidr> ofInterface) {
        return new Question(
                direction,
                protocol,
                port,
                program,
                Optional.of(address),
                remote,
                profile,
                ofInterface,
                interfaceId,
                interfaceType);
    }

    /**
     * Returns the question for that interface.
     *
     * @param id its GUID, in braces
     */
    public Question withInterface(String id, InterfaceType type) {
        return new Question(
                direction,
                protocol,
                port,
                program,
                local,
                remote,
                profile,
                subnets,
                Optional.of(id),
                Optional.of(type));
    }
}
