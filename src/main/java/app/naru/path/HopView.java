package app.naru.path;

import app.naru.forward.Sentence;

/**
 * A hop as it stands for one forward.
 *
 * @param sentence what there is to say of it
 */
public record HopView(HopKind hop, State state, Sentence sentence) {

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
