package app.naru.diagnosis;

import java.time.Duration;

/**
 * A look at a whole way and what it came to.
 *
 * @param took from its beginning to its end
 */
public record Examination(Case it, Diagnosis diagnosis, Duration took) {}
