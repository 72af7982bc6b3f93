package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.WSL_ADDRESS_CHANGED;
import static app.naru.diagnosis.Cause.WSL_HYPERV_BLOCKS;
import static app.naru.diagnosis.Cause.WSL_LOCALHOST_BROKEN;
import static app.naru.diagnosis.Cause.WSL_MIRRORED;
import static app.naru.diagnosis.Cause.WSL_NETWORK_CLASH;
import static app.naru.diagnosis.Cause.WSL_NOT_RUNNING;
import static app.naru.diagnosis.Sureness.CANT_TELL;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.firewall.HyperVRule;
import app.naru.forward.Address;
import app.naru.forward.Cidr;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.Change;
import app.naru.path.FirewallChange;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Is there a way into WSL? */
final class WslCauses implements HopCauses {

    @Override
    public List<Finding> in(Case it) {
        return it.inWsl() ? it.wsl().map(wsl -> in(it, wsl)).orElse(List.of()) : List.of();
    }

    private static List<Finding> in(Case it, Wsl wsl) {
        if (!wsl.running()) {
            return List.of(notRunning(it, wsl));
        }
        List<Finding> found = new ArrayList<>();
        if (wsl.mode() == NetworkingMode.MIRRORED) {
            hyperV(it).ifPresent(found::add);
            mirrored(it).ifPresent(found::add);
            return found;
        }
        addressChanged(it).ifPresent(found::add);
        localhostBroken(it).ifPresent(found::add);
        clash(it).ifPresent(found::add);
        return found;
    }

    private static Finding notRunning(Case it, Wsl wsl) {
        String distro =
                it.forward().target() instanceof Target.InWsl target
                        ? target.named().or(() -> usual(wsl)).orElse("")
                        : "";
        String command = distro.isEmpty() ? "wsl.exe" : "wsl.exe -d " + distro;
        return Finding.inTheWay(WSL_NOT_RUNNING, CERTAIN, distro.isEmpty() ? "WSL" : distro)
                .because(Sentence.of("diagnosis.evidence.noVm"))
                .fix(start(it, distro).stream().toList())
                .fix(new Fix.Copy(Sentence.of("diagnosis.fix.startWsl"), command));
    }

    /** Naru starts it and keeps it alive for as long as it is open. */
    private static Optional<Fix> start(Case it, String distro) {
        if (distro.isEmpty() || it.forward().startWsl()) {
            return Optional.empty();
        }
        return Optional.of(
                it.stage() == Stage.OPEN
                        ? new Fix.Make(new Change.KeepDistroRunning(distro))
                        : new Fix.Reopen(
                                Sentence.of("diagnosis.fix.openStarting", distro),
                                it.forward().startingWsl(true)));
    }

    private static Optional<String> usual(Wsl wsl) {
        return wsl.distros().stream().filter(Distro::isDefault).map(Distro::name).findFirst();
    }

    private static Optional<Finding> hyperV(Case it) {
        return it.seen()
                .hyperVRule()
                .filter(there -> !there)
                .map(missing ->
                        Finding.inTheWay(WSL_HYPERV_BLOCKS, CERTAIN, it.forward().target().port())
                                .because(Sentence.of("diagnosis.evidence.noHyperVRule"))
                                .fix(letIntoWsl(it)));
    }

    private static Fix letIntoWsl(Case it) {
        List<Cidr> subnets =
                it.network().map(Network::interfaces).orElse(List.of()).stream()
                        .filter(NetInterface::reachesDevices)
                        .flatMap(each -> each.addresses().stream())
                        .map(NetInterface.Assigned::subnet)
                        .distinct()
                        .toList();
        return new Fix.Make(
                new FirewallChange.MakeHyperVRule(HyperVRule.of(it.forward(), subnets)));
    }

    /** Whether the Hyper-V firewall lets it in takes PowerShell to tell. */
    private static Optional<Finding> mirrored(Case it) {
        if (it.relay().isPresent()) {
            return Optional.of(
                    Finding.worthKnowing(WSL_MIRRORED, CERTAIN, it.forward().target().port())
                            .because(Sentence.of("diagnosis.evidence.mirrored")));
        }
        return it.seen().hyperVRule().isPresent()
                ? Optional.empty()
                : Optional.of(
                        Finding.inTheWay(WSL_MIRRORED, CANT_TELL, it.forward().target().port())
                                .because(Sentence.of("diagnosis.evidence.mirrored"))
                                .fix(letIntoWsl(it)));
    }

    private static Optional<Finding> addressChanged(Case it) {
        Optional<InetAddress> before = it.remembered().wsl();
        return it.situation()
                .wslAddress()
                .filter(now -> before.isPresent() && !before.get().equals(now))
                .map(now -> {
                    boolean followed =
                            it.targets().stream()
                                    .anyMatch(target -> target.host().equals(now.getHostAddress()));
                    Object[] values = {Address.text(before.orElseThrow()), Address.text(now)};
                    return followed
                            ? Finding.worthKnowing(WSL_ADDRESS_CHANGED, CERTAIN, values)
                            : Finding.inTheWay(WSL_ADDRESS_CHANGED, CERTAIN, values)
                                    .fix(it.fix(it.planned(Change.RunRelay.class)));
                });
    }

    /** Windows' own relay for {@code localhost} is silent, and the machine's address is not. */
    private static Optional<Finding> localhostBroken(Case it) {
        Optional<Reach> local =
                it.seen().server().stream()
                        .filter(reach -> reach.to().host().equals("127.0.0.1"))
                        .findFirst();
        Optional<Reach> direct =
                it.seen().server().stream()
                        .filter(reach -> !reach.to().host().equals("127.0.0.1") && reach.good())
                        .findFirst();
        return local.isPresent() && !local.get().good() && direct.isPresent()
                ? Optional.of(
                        Finding.worthKnowing(WSL_LOCALHOST_BROKEN, CERTAIN, direct.get().to())
                                .because(local.get().sentence(), direct.get().sentence()))
                : Optional.empty();
    }

    private static Optional<Finding> clash(Case it) {
        if (it.seen().serverAnswers() || it.seen().server().isEmpty()) {
            return Optional.empty();
        }
        List<NetInterface> all = it.network().map(Network::interfaces).orElse(List.of());
        return it.situation()
                .wslAddress()
                .flatMap(address ->
                        all.stream()
                                .filter(each -> each.kind() != NetInterface.Kind.VIRTUAL)
                                .filter(each -> has(each, address))
                                .findFirst()
                                .map(other -> clash(address, other)));
    }

    private static boolean has(NetInterface each, InetAddress address) {
        Stream<Cidr> subnets = each.addresses().stream().map(NetInterface.Assigned::subnet);
        return subnets.anyMatch(subnet -> subnet.prefix() > 0 && subnet.contains(address));
    }

    private static Finding clash(InetAddress address, NetInterface other) {
        return Finding.inTheWay(WSL_NETWORK_CLASH, LIKELY, other.name())
                .because(
                        Sentence.of(
                                "diagnosis.evidence.clash", Address.text(address), other.name()))
                .fix(
                        new Fix.Copy(Sentence.of("diagnosis.fix.restartWsl"), "wsl.exe --shutdown"),
                        new Fix.Copy(
                                Sentence.of("diagnosis.fix.inWslConfig"),
                                "[wsl2]\nnetworkingMode=mirrored"));
    }
}
