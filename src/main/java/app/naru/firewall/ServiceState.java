package app.naru.firewall;

/** How a service of Windows stands. */
public enum ServiceState {
    RUNNING,
    STOPPED,
    /** Stopped, and nothing can start it until someone allows that. */
    DISABLED,
    /** On its way from one to another, or paused. */
    CHANGING,
    MISSING
}
