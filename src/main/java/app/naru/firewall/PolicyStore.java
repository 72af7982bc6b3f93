package app.naru.firewall;

/** Where a rule is from. */
public enum PolicyStore {
    LOCAL,
    GROUP_POLICY,
    MDM
}
