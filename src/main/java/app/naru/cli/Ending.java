package app.naru.cli;

/** Why an open forward closes. */
enum Ending {
    /** Ctrl-C, or the system asked. */
    INTERRUPTED,
    /** The time that it was opened for. */
    TIME_OVER,
    /** {@code naru close}. */
    ASKED
}
