package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.HopView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found on the way of a forward.
 *
 * @param findings from the server outwards; at each hop what stands in the way first
 * @param hops how each hop stands, from the server outwards
 */
public record Diagnosis(
        Forward forward, Stage stage, Verdict verdict, List<Finding> findings, List<HopView> hops) {

    private static final List<HopCauses> ALL =
            List.of(
                    new ServerCauses(),
                    new SpeechCauses(),
                    new WslCauses(),
                    new RelayCauses(),
                    new FirewallCauses(),
                    new LocalNetworkCauses(),
                    new RouterCauses(),
                    new InternetCauses());

    /** Whether others reach the server. */
    public enum Verdict {
        REACHABLE,
        NOT_REACHABLE,
        CANT_TELL
    }

    public Diagnosis {
        findings = List.copyOf(findings);
        hops = List.copyOf(hops);
    }

    /** Returns the diagnosis; looks at nothing but its argument. */
    public static Diagnosis of(Case it) {
        List<Finding> findings =
                ALL.stream()
                        .flatMap(hop -> hop.in(it).stream())
                        .sorted(
                                Comparator.comparing(Finding::hop)
                                        .thenComparing(finding -> !finding.blocks()))
                        .toList();
        List<HopView> hops = HopStates.of(it, findings);
        return new Diagnosis(it.forward(), it.stage(), verdict(findings, hops, it), findings, hops);
    }

    private static Verdict verdict(List<Finding> findings, List<HopView> hops, Case it) {
        boolean stopped =
                findings.stream()
                        .anyMatch(each -> each.blocks() && each.sureness() != Sureness.CANT_TELL);
        if (stopped) {
            return Verdict.NOT_REACHABLE;
        }
        boolean proven =
                findings.stream().noneMatch(Finding::blocks)
                        && hops.stream().allMatch(view -> HopStates.passes(view, it));
        return proven ? Verdict.REACHABLE : Verdict.CANT_TELL;
    }

    /** Returns the one thing in the way: of several, the one nearest to the server. */
    public Optional<Finding> answer() {
        return inTheWay()
                .filter(each -> each.sureness() != Sureness.CANT_TELL)
                .findFirst()
                .or(() -> inTheWay().findFirst());
    }

    private Stream<Finding> inTheWay() {
        return findings.stream().filter(Finding::blocks);
    }

    /** Returns what is worth knowing besides. */
    public List<Finding> notes() {
        return findings.stream().filter(each -> !each.blocks()).toList();
    }

    /** Returns what came of it, in one sentence. */
    public Sentence sentence() {
        return answer().map(Finding::sentence)
                .orElseGet(() -> Sentence.of("diagnosis.verdict." + verdict));
    }
}
