package app.naru.diagnosis;

import app.naru.forward.Sentence;
import app.naru.path.HopKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something that was found on the way.
 *
 * @param blocks whether it stands in the way; otherwise it is worth knowing
 * @param sentence what it is, in one sentence
 * @param evidence why it is thought so
 * @param fixes what to do about it, the first first
 */
public record Finding(
        Cause cause,
        Sureness sureness,
        boolean blocks,
        Sentence sentence,
        List<Sentence> evidence,
        List<Fix> fixes) {

    public Finding {
        evidence = List.copyOf(evidence);
        fixes = List.copyOf(fixes);
    }

    /**
     * Returns the finding that this stands in the way.
     *
     * @param values what fills the gaps of the cause's sentence
     */
    static Finding inTheWay(Cause cause, Sureness sureness, Object... values) {
        return new Finding(cause, sureness, true, sentence(cause, values), List.of(), List.of());
    }

    /** Returns the finding that this is so, and no hindrance. */
    static Finding worthKnowing(Cause cause, Sureness sureness, Object... values) {
        return new Finding(cause, sureness, false, sentence(cause, values), List.of(), List.of());
    }

    private static Sentence sentence(Cause cause, Object... values) {
        return new Sentence("diagnosis.cause." + cause.name(), Arrays.asList(values));
    }

    /** Returns the hop that it is at. */
    public HopKind hop() {
        return cause.hop();
    }

    Finding because(List<Sentence> why) {
        List<Sentence> all = new ArrayList<>(evidence);
        all.addAll(why);
        return new Finding(cause, sureness, blocks, sentence, all, fixes);
    }

    Finding because(Sentence... why) {
        return because(List.of(why));
    }

    Finding fix(Fix... more) {
        return fix(List.of(more));
    }

    Finding fix(List<? extends Fix> more) {
        List<Fix> all = new ArrayList<>(fixes);
        all.addAll(more);
        return new Finding(cause, sureness, blocks, sentence, evidence, all);
    }
}
