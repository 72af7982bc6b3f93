package app.naru.path;

import app.naru.forward.Sentence;
import java.util.List;

/**
 * A hop as it stands for one forward.
 *
 * @param sentence what there is to say of it
 * @param help what can be done about it, the most promising first; none where nothing has to
 */
public record HopView(HopKind hop, State state, Sentence sentence, List<Sentence> help) {

    public HopView {
        help = List.copyOf(help);
    }

    /** A hop that speaks for itself. */
    public HopView(HopKind hop, State state, Sentence sentence) {
        this(hop, state, sentence, List.of());
    }

    public enum State {
        /** Lets it through. */
        OPEN,
        /** Would be opened by Naru. */
        PLANNED,
        /** The user has to do something. */
        BY_HAND,
        /** Stands in the way. */
        PROBLEM,
        /** Can't be told. */
        UNKNOWN
    }
}
