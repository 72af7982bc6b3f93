package app.naru.firewall;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a rule's text (MS-GPFAS 2.2.2.19), and {@code PFN}, which Windows writes although the
 * specification has no word of it.
 */
public enum RuleKey {
    ACTION("Action", Often.ONCE),
    ACTIVE("Active", Often.ONCE),
    DIR("Dir", Often.ONCE),
    PROTOCOL("Protocol", Often.ONCE),
    PROFILE("Profile", Often.MANY),
    LPORT("LPort", Often.MANY),
    RPORT("RPort", Often.MANY),
    LPORT2_10("LPort2_10", Often.MANY),
    RPORT2_10("RPort2_10", Often.MANY),
    LPORT2_20("LPort2_20", Often.MANY),
    LPORT2_24("LPort2_24", Often.MANY),
    LPORT2_25("LPort2_25", Often.MANY),
    LPORT2_29("LPort2_29", Often.MANY),
    RPORT2_28("RPort2_28", Often.MANY),
    ICMP4("ICMP4", Often.MANY),
    ICMP6("ICMP6", Often.MANY),
    LA4("LA4", Often.MANY),
    LA6("LA6", Often.MANY),
    RA4("RA4", Often.MANY),
    RA6("RA6", Often.MANY),
    RA42("RA42", Often.MANY),
    RA62("RA62", Often.MANY),
    IF("IF", Often.MANY),
    IFTYPE("IFType", Often.MANY),
    APP("App", Often.ONCE),
    SVC("Svc", Often.ONCE),
    NAME("Name", Often.ONCE),
    DESC("Desc", Often.ONCE),
    EMBEDCTXT("EmbedCtxt", Often.ONCE),
    EDGE("Edge", Often.ONCE),
    DEFER("Defer", Often.ONCE),
    SECURITY("Security", Often.ONCE),
    SECURITY2_9("Security2_9", Often.ONCE),
    SECURITY2("Security2", Often.ONCE),
    RMAUTH("RMauth", Often.ONCE),
    RUAUTH("RUAuth", Often.ONCE),
    LUAUTH("LUAuth", Often.ONCE),
    LUAUTH2_24("LUAuth2_24", Often.ONCE),
    LUOWN("LUOwn", Often.ONCE),
    APPPKGID("AppPkgId", Often.ONCE),
    PFN("PFN", Often.ONCE),
    PLATFORM("Platform", Often.MANY),
    PLATFORM2("Platform2", Often.ONCE),
    SKIPVER("SkipVer", Often.ONCE),
    LSM("LSM", Often.ONCE),
    LOM("LOM", Often.ONCE),
    PCROSS("PCross", Often.ONCE),
    AUTHBYPASSOUT("AuthByPassOut", Often.ONCE),
    TTK("TTK", Often.MANY),
    TTK2_22("TTK2_22", Often.MANY),
    TTK2_27("TTK2_27", Often.MANY),
    TTK2_28("TTK2_28", Often.MANY),
    NNM("NNm", Often.ONCE),
    SECURITYREALMID("SecurityRealmId", Often.ONCE);

    private enum Often {
        ONCE,
        MANY
    }

    /** As the specification writes them, which Windows nearly always does, and in lower case. */
    private static final Map<String, Optional<RuleKey>> BY_TEXT = new HashMap<>();

    static {
        for (RuleKey key : values()) {
            BY_TEXT.put(key.text, Optional.of(key));
            BY_TEXT.put(key.text.toLowerCase(Locale.ROOT), Optional.of(key));
        }
    }

    private final String text;
    private final Often often;

    RuleKey(String text, Often often) {
        this.text = text;
        this.often = often;
    }

    /** Returns the key as the specification writes it. */
    public String text() {
        return text;
    }

    /** Whether a rule may have it more than once; the values then add up. */
    public boolean repeats() {
        return often == Often.MANY;
    }

    /** Returns the key of that text in any case of letters; empty for one that is not known. */
    public static Optional<RuleKey> of(String text) {
        Optional<RuleKey> asWritten = BY_TEXT.get(text);
        return asWritten != null
                ? asWritten
                : BY_TEXT.getOrDefault(text.toLowerCase(Locale.ROOT), Optional.empty());
    }
}
