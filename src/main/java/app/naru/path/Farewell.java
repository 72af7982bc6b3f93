package app.naru.path;

import java.time.Instant;

/**
 * Those who are still served while their forward closes.
 *
 * @param connections how many are under way
 * @param until when they are ended at the latest
 */
public record Farewell(int connections, Instant until) {}
