package app.naru.firewall;

/**
 * A rule in its place.
 *
 * @param id the name of the registry value that holds it
 */
public record StoredRule(PolicyStore store, String id, FirewallRule rule) {}
