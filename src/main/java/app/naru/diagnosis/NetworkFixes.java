package app.naru.diagnosis;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What to do where the rule is not for networks like the present one. */
final class NetworkFixes {

    private NetworkFixes() {}

    /** A network is made private by who trusts it; the rule is widened by anyone. */
    static List<Fix> of(Case it, NetworkProfile active) {
        List<Fix> fixes = new ArrayList<>();
        if (active == NetworkProfile.PUBLIC) {
            fixes.add(new Fix.ByHand(Sentence.of("diagnosis.fix.makePrivate")));
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
}
