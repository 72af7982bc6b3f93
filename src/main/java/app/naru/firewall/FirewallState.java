package app.naru.firewall;

/** What Windows lets in and passes on, at one moment. */
public record FirewallState(Policy policy, PortProxy portProxy) {}
