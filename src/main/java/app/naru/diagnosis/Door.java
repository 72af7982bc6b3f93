package app.naru.diagnosis;

import app.naru.firewall.ExcludedRange;
import app.naru.forward.Port;
import app.naru.relay.PortUnavailable.Reason;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Why a port of this PC can't be listened on, found by trying.
 *
 * @param address where it was tried
 * @param holder the program that has it and its process id, {@code nginx (815)}
 * @param holderOnLoopback whether that program has it on loopback alone
 * @param range the range that Windows keeps and the port is in
 * @param otherPort a port that would do instead
 */
public record Door(
        InetAddress address,
        Port port,
        Reason reason,
        Optional<String> holder,
        boolean holderOnLoopback,
        Optional<ExcludedRange> range,
        Optional<Port> otherPort) {}
