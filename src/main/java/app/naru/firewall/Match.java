package app.naru.firewall;

/** Whether a rule is about some traffic. In this order, so that the least of several counts. */
enum Match {
    NO,
    /** It hardly is: only under circumstances that ordinary traffic does not meet. */
    UNLIKELY,
    /** It is, as far as it is understood; it may be about less. */
    LIKELY,
    YES;

    Match and(Match other) {
        return compareTo(other) <= 0 ? this : other;
    }

    static Match of(boolean matches) {
        return matches ? YES : NO;
    }
}
