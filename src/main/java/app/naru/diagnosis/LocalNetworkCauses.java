package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.LAN_ADDRESS_CHANGED;
import static app.naru.diagnosis.Cause.NETWORK_IS_PUBLIC;
import static app.naru.diagnosis.Cause.NO_NETWORK;
import static app.naru.diagnosis.Cause.VPN_HAS_THE_ROUTE;
import static app.naru.diagnosis.Cause.WIFI_ISOLATES;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.firewall.Verdict;
import app.naru.forward.Address;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.internet.WayIn;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.NetInterface.Kind;
import app.naru.survey.Network;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Do the other devices of this network get to this PC? */
final class LocalNetworkCauses implements HopCauses {

    @Override
    public List<Finding> in(Case it) {
        return it.network().map(network -> in(it, network)).orElse(List.of());
    }

    private static List<Finding> in(Case it, Network network) {
        List<Finding> found = new ArrayList<>();
        if (it.addresses().isEmpty()) {
            found.add(
                    Finding.inTheWay(NO_NETWORK, CERTAIN)
                            .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.connect"))));
            return found;
        }
        Optional<NetInterface> here = network.owner(it.addresses().getFirst());
        here.flatMap(each -> isPublic(it, each)).ifPresent(found::add);
        here.flatMap(each -> isolates(it, each)).ifPresent(found::add);
        vpn(it, network).ifPresent(found::add);
        addressChanged(it, network).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> isPublic(Case it, NetInterface here) {
        boolean left =
                it.onWindows()
                        && here.profile().equals(Optional.of(NetworkProfile.PUBLIC))
                        && !it.forward().profiles().contains(NetworkProfile.PUBLIC);
        return left && !letInAnyway(it)
                ? Optional.of(
                        Finding.inTheWay(NETWORK_IS_PUBLIC, CERTAIN, here.name())
                                .fix(NetworkFixes.of(it, NetworkProfile.PUBLIC)))
                : Optional.empty();
    }

    /** The firewall may be off, or have another rule. */
    private static boolean letInAnyway(Case it) {
        return it.seen()
                .firewall()
                .flatMap(FirewallSight::now)
                .map(verdict -> verdict.answer() == Verdict.Answer.ALLOWED)
                .orElse(false);
    }

    /** Only a device that was awaited and never came speaks for it. */
    private static Optional<Finding> isolates(Case it, NetInterface here) {
        boolean fits =
                it.seen().waitedInVain() && here.kind() == Kind.WIFI && it.seen().frontAnswers();
        return fits
                ? Optional.of(
                        Finding.inTheWay(WIFI_ISOLATES, LIKELY, here.name())
                                .because(Sentence.of("diagnosis.evidence.noVisit"))
                                .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.mainWifi"))))
                : Optional.empty();
    }

    private static Optional<Finding> vpn(Case it, Network network) {
        Optional<NetInterface> tunnel =
                network.gateways().stream()
                        .findFirst()
                        .map(Gateway::interfaceIndex)
                        .flatMap(index -> byIndex(network, index))
                        .filter(each -> each.kind() == Kind.TUNNEL);
        return tunnel.map(each -> vpn(it, network, each));
    }

    /** What asks the Internet for its address goes through it, and is told the tunnel's. */
    private static Finding vpn(Case it, Network network, NetInterface tunnel) {
        boolean listensThere =
                it.forward().listen() instanceof Listen.At(InetAddress address)
                        && network.owner(address).equals(Optional.of(tunnel));
        if (listensThere) {
            return Finding.inTheWay(VPN_HAS_THE_ROUTE, CERTAIN, tunnel.name())
                    .fix(
                            new Fix.Reopen(
                                    Sentence.of("diagnosis.fix.lanAddresses"),
                                    Changed.listen(it.forward(), new Listen.LanAddresses())));
        }
        boolean anotherAddress =
                it.seen()
                        .router()
                        .flatMap(RouterSight::wayIn)
                        .filter(way -> way.kind() == WayIn.Kind.OTHER_ADDRESS)
                        .isPresent();
        Finding finding =
                it.forInternet() && anotherAddress
                        ? Finding.inTheWay(VPN_HAS_THE_ROUTE, LIKELY, tunnel.name())
                        : Finding.worthKnowing(VPN_HAS_THE_ROUTE, CERTAIN, tunnel.name());
        return finding.because(Sentence.of("diagnosis.evidence.route", tunnel.name()))
                .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.splitTunnel")));
    }

    private static Optional<NetInterface> byIndex(Network network, int index) {
        return network.interfaces().stream().filter(each -> each.index() == index).findFirst();
    }

    private static Optional<Finding> addressChanged(Case it, Network network) {
        return it.remembered()
                .lan()
                .filter(before -> network.addresses().noneMatch(before::equals))
                .map(before ->
                        Finding.worthKnowing(
                                        LAN_ADDRESS_CHANGED,
                                        CERTAIN,
                                        Address.text(before),
                                        Address.text(it.addresses().getFirst()))
                                .fix(new Fix.ByHand(Sentence.of("diagnosis.fix.reserve"))));
    }
}
