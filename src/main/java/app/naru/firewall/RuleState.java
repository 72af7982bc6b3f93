package app.naru.firewall;

/** How a wanted rule stands in the registry. */
public enum RuleState {
    /** No rule has its name. */
    ABSENT,
    /** It is there as wanted. */
    PRESENT,
    /** It is there as wanted, but turned off where it should be on, or the other way round. */
    SWITCHED,
    /** A rule of its name is there that does something else. */
    DIFFERENT
}
