package app.naru.path;

import app.naru.firewall.FirewallState;
import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.QueryUserBlocks;
import app.naru.firewall.StoredRule;
import app.naru.forward.Forward;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.server.Listener;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What others put into a forward's way, and what this PC would be without it. */
public final class InTheWay {

    /** The service that runs Windows' own TCP proxy has this program. */
    private static final String PROXY = "svchost.exe";

    private InTheWay() {}

    /** Returns what is in the way of that forward and could be removed. */
    static List<Offer> of(Forward forward, Situation situation) {
        List<Offer> offers = new ArrayList<>();
        situation
                .firewall()
                .known()
                .ifPresent(state -> {
                    blocks(forward, situation, state).ifPresent(offers::add);
                    offers.addAll(proxies(forward, situation, state.portProxy()));
                });
        return offers;
    }

    private static Optional<Offer> blocks(
            Forward forward, Situation situation, FirewallState state) {
        return Visit.program(forward, situation)
                .flatMap(program -> {
                    List<String> ids =
                            QueryUserBlocks.of(state.policy(), program).stream()
                                    .map(StoredRule::id)
                                    .toList();
                    return ids.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Offer(
                                            new FirewallChange.RemoveBlocks(program, ids),
                                            Sentence.of("path.inTheWay.blocks", program)));
                });
    }

    /** Returns the ids of the rules by which Windows blocks Naru itself. */
    public static List<String> blockIds(FirewallState state, Situation situation) {
        return situation.ownProgram().stream()
                .flatMap(program -> QueryUserBlocks.of(state.policy(), program).stream())
                .map(StoredRule::id)
                .toList();
    }

    /** Windows' own proxy knows nothing but TCP. */
    private static List<Offer> proxies(Forward forward, Situation situation, PortProxy proxy) {
        if (forward.protocol() != Protocol.TCP) {
            return List.of();
        }
        List<InetAddress> addresses = Route.of(forward, situation).addresses();
        List<PortProxyEntry> loops = proxy.loops(own(situation));
        return proxy.conflicts(addresses, forward.ports()).stream()
                .map(entry ->
                        new Offer(
                                new FirewallChange.RemovePortProxy(entry),
                                words(entry, loops.contains(entry))))
                .toList();
    }

    /** Returns what there is to say of an entry of Windows' own TCP proxy. */
    public static Sentence words(PortProxyEntry entry, boolean loop) {
        return Sentence.of(
                loop ? "path.inTheWay.loop" : "path.inTheWay.portproxy", entry.from(), entry.to());
    }

    /** Returns this PC's addresses, as far as they are known. */
    public static Set<InetAddress> own(Situation situation) {
        return situation.network().known().stream()
                .flatMap(Network::addresses)
                .collect(Collectors.toSet());
    }

    /** Returns what this PC would be like after these changes. */
    static Situation without(Situation situation, Collection<FirewallChange> removed) {
        List<String> ids = new ArrayList<>();
        List<PortProxyEntry> entries = new ArrayList<>();
        for (FirewallChange change : removed) {
            if (change instanceof FirewallChange.RemoveBlocks blocks) {
                ids.addAll(blocks.ids());
            } else if (change instanceof FirewallChange.RemovePortProxy proxy) {
                entries.add(proxy.entry());
            }
        }
        if (removed.isEmpty()) {
            return situation;
        }
        return situation
                .withWindows(
                        situation
                                .windows()
                                .withFirewall(
                                        situation
                                                .firewall()
                                                .map(state -> state.without(ids, entries))))
                .withListeners(situation.listeners().map(all -> withoutProxies(all, entries)));
    }

    private static List<Listener> withoutProxies(
            List<Listener> listeners, List<PortProxyEntry> entries) {
        return listeners.stream()
                .filter(listener -> entries.stream().noneMatch(entry -> isProxy(listener, entry)))
                .toList();
    }

    private static boolean isProxy(Listener listener, PortProxyEntry entry) {
        return listener.protocol() == Protocol.TCP
                && listener.port().equals(entry.listenPort())
                && listener.program()
                        .map(program -> program.name().equalsIgnoreCase(PROXY))
                        .orElse(true);
    }
}
