package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PROBLEM;
import static app.naru.path.HopView.State.UNKNOWN;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.util.Optional;

/** The network that this PC shares with other devices. */
final class LocalNetworkHop implements Hop {

    @Override
    public HopKind kind() {
        return HopKind.LOCAL_NETWORK;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return true;
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        return switch (situation.network()) {
            case Fact.Pending<Network> pending ->
                    new HopView(kind(), UNKNOWN, Sentence.of("path.looking"));
            case Fact.Unknown<Network> unknown -> new HopView(kind(), UNKNOWN, unknown.reason());
            case Fact.Known<Network>(Network network) ->
                    Route.of(forward, situation).addresses().stream()
                            .findFirst()
                            .map(address -> look(forward, network, address))
                            .orElseGet(() ->
                                    new HopView(kind(), PROBLEM, Sentence.of("path.lan.none")));
        };
    }

    private HopView look(Forward forward, Network network, InetAddress address) {
        Optional<NetInterface> owner = network.owner(address);
        Optional<NetworkProfile> left =
                owner.flatMap(NetInterface::profile)
                        .filter(profile -> !forward.profiles().contains(profile))
                        .filter(profile ->
                                !forward.trustNetwork() || profile != NetworkProfile.PUBLIC);
        if (left.isPresent()) {
            return new HopView(
                    kind(),
                    PROBLEM,
                    Sentence.of(
                            "path.lan.profile", Sentence.of("profile." + left.get().lowerCase())));
        }
        String name = owner.map(NetInterface::name).orElse("");
        return new HopView(
                kind(), OPEN, Sentence.of("path.lan.address", Address.text(address), name));
    }
}
