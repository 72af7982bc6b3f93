package app.naru.diagnosis;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do where the rule is not for networks like the present one. */
final class NetworkFixes {

    private NetworkFixes() {}

    /** A network is made private by those who trust it; the rule is widened by anyone. */
    static List<Fix> of(Case it, NetworkProfile active) {
        List<Fix> fixes = new ArrayList<>();
        if (active == NetworkProfile.PUBLIC) {
            fixes.add(makePrivate(it));
        }
        if (!it.forward().profiles().contains(active)) {
            fixes.add(
                    new Fix.Reopen(
                            Sentence.of(
                                    "diagnosis.fix.widen",
                                    Sentence.of("profile." + active.lowerCase())),
                            Changed.alsoOn(it.forward(), active)));
        }
        return fixes;
    }

    /** Done by Naru for as long as it is open, where Windows has a name for the network. */
    private static Fix makePrivate(Case it) {
        Optional<Sentence> meaning = Optional.of(Sentence.of("diagnosis.fix.trust.means"));
        Optional<FirewallChange.TrustNetwork> change =
                it.network()
                        .flatMap(network -> network.owner(it.addresses().getFirst()))
                        .flatMap(here ->
                                here.network()
                                        .map(id ->
                                                new FirewallChange.TrustNetwork(id, here.name())));
        if (change.isEmpty()) {
            return new Fix.ByHand(Sentence.of("diagnosis.fix.makePrivate"));
        }
        return it.stage() == Stage.OPEN
                ? new Fix.Make(change.get(), meaning)
                : new Fix.Reopen(
                        Sentence.of("diagnosis.fix.openTrusting"),
                        it.forward().trustingNetwork(true),
                        meaning);
    }
}
