package app.naru.diagnosis;

import app.naru.diagnosis.Reach.Result;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Port;
import app.naru.forward.Target;
import app.naru.relay.Endpoint;
import app.naru.relay.LookingSocket;
import app.naru.server.Listener;
import app.naru.server.Speech;
import app.naru.server.SpeechProbe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which ways the server is reached from here, and where others knock.
 *
 * @param toServer each way to the server
 * @param front this PC's addresses at which others look for it
 */
record Ways(Case it, List<Endpoint> toServer, List<Endpoint> front) {

    static Ways of(Case it) {
        Port port = it.forward().target().port();
        Set<Endpoint> server = new LinkedHashSet<>(it.targets());
        switch (it.forward().target()) {
            case Target.ThisPc here -> {
                server.add(new Endpoint("127.0.0.1", port));
                server.add(new Endpoint("::1", port));
                elsewhere(it, port).forEach(server::add);
            }
            case Target.InWsl inWsl -> {
                server.add(new Endpoint("127.0.0.1", port));
                it.situation()
                        .wslAddress()
                        .ifPresent(address ->
                                server.add(new Endpoint(address.getHostAddress(), port)));
            }
            case Target.Device(String host, Port there) -> server.add(new Endpoint(host, there));
        }
        List<Endpoint> front =
                it.addresses().stream()
                        .map(address ->
                                new Endpoint(Address.text(address), it.forward().ports().first()))
                        .toList();
        return new Ways(it, List.copyOf(server), front);
    }

    /** Where the system's table has it listening beside loopback and the wildcard. */
    private static List<Endpoint> elsewhere(Case it, Port port) {
        boolean own = it.forward().ports().contains(port);
        return it.situation().listeners().known().orElse(List.of()).stream()
                .filter(each ->
                        each.protocol() == it.forward().protocol() && each.port().equals(port))
                .map(Listener::address)
                .filter(address -> !address.isAnyLocalAddress() && !address.isLoopbackAddress())
                .filter(address -> !own || !it.addresses().contains(address))
                .map(address -> new Endpoint(Address.text(address), port))
                .toList();
    }

    /** A relay that does not let this PC in ends the connection at once, as it should. */
    Reach knock(Endpoint to) {
        if (it.relay().isEmpty()) {
            return Knock.at(to);
        }
        Reach reach = Knock.before(to);
        boolean notForUs =
                reach.result() == Result.CLOSED_AT_ONCE
                        && it.forward().audience() instanceof Audience.Chosen(List<Cidr> chosen)
                        && it.addresses().stream()
                                .noneMatch(own ->
                                        chosen.stream().anyMatch(cidr -> cidr.contains(own)));
        return notForUs ? new Reach(to, Result.ACCEPTED) : reach;
    }

    /** Asks what the server is and says: itself, and through what stands before it. */
    Optional<Speech> speech() {
        Optional<Endpoint> answering =
                toServer.stream().filter(to -> Knock.at(to).good()).findFirst();
        if (answering.isEmpty()) {
            return Optional.empty();
        }
        InetSocketAddress server = socketAddress(answering.get());
        boolean open = it.stage() == Stage.OPEN || it.relay().isEmpty();
        InetSocketAddress before =
                open && !(it.forward().audience() instanceof Audience.Chosen)
                        ? front.stream()
                                .filter(to -> Knock.at(to).good())
                                .findFirst()
                                .map(Ways::socketAddress)
                                .orElse(server)
                        : server;
        return new SpeechProbe(server, before, it.forward().ports().first(), LookingSocket::new)
                .ask(hosts());
    }

    /** The names by which visitors come: addresses, and this PC's own name on its network. */
    private List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        it.addresses().stream()
                .filter(address -> !address.isLoopbackAddress())
                .map(Address::text)
                .forEach(hosts::add);
        if (it.forInternet()) {
            it.situation().publicAddress().known().map(Address::text).ifPresent(hosts::add);
        }
        ownName().ifPresent(hosts::add);
        return hosts.stream().distinct().toList();
    }

    /** Returns the name by which this PC is known on its network; empty where it has none. */
    static Optional<String> ownName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return Optional.of(name)
                    .filter(each -> each.matches("[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*"))
                    .filter(each -> !each.equalsIgnoreCase("localhost"));
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    private static InetSocketAddress socketAddress(Endpoint to) {
        return new InetSocketAddress(to.host(), to.port().number());
    }
}
