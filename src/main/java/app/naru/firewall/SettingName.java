package app.naru.firewall;

/** The settings of a profile that decide what gets through (MS-GPFAS 2.2.3, MS-FASP 2.2.38). */
public enum SettingName {
    ENABLE_FIREWALL("EnableFirewall", 1),
    /** Shields up: no allow rule counts. */
    DO_NOT_ALLOW_EXCEPTIONS("DoNotAllowExceptions", 0),
    /** 0 allows, 1 blocks. */
    DEFAULT_INBOUND_ACTION("DefaultInboundAction", 1),
    /** 0 allows, 1 blocks. */
    DEFAULT_OUTBOUND_ACTION("DefaultOutboundAction", 0),
    DISABLE_NOTIFICATIONS("DisableNotifications", 0),
    /** 0: local rules don't count. Only a policy can say so. */
    ALLOW_LOCAL_POLICY_MERGE("AllowLocalPolicyMerge", 1),
    /** 0: local rules for programs don't count. */
    MERGE_PROGRAMS("AuthorizedApplications\\AllowUserPrefMerge", 1),
    /** 0: local rules for single ports don't count. */
    MERGE_PORTS("GloballyOpenPorts\\AllowUserPrefMerge", 1);

    private final String text;
    private final long unset;

    SettingName(String text, long unset) {
        this.text = text;
        this.unset = unset;
    }

    /** Returns the registry value's name below the profile's key. */
    public String text() {
        return text;
    }

    /** Returns what holds where no store sets it. */
    public long unset() {
        return unset;
    }
}
