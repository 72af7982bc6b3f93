package app.naru.diagnosis;

/** How sure a finding is. */
public enum Sureness {
    /** A test has shown it. */
    CERTAIN,
    /** It fits all that was seen; so may something else. */
    LIKELY,
    /** It could be; the test that would tell was not possible. */
    CANT_TELL
}
