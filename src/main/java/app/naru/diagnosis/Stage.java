package app.naru.diagnosis;

/** How far a forward is, whose way is looked at. */
public enum Stage {
    /** Nobody made a forward: just a port of this PC, and who can reach it. */
    BARE,
    /** The forward is kept and closed. */
    CLOSED,
    /** The forward is open. */
    OPEN
}
