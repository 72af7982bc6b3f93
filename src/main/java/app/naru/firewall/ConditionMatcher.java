package app.naru.firewall;

import java.util.List;

/** The conditions of a rule that Naru can't look into, or only in part. */
final class ConditionMatcher {

    /** Each needs IPsec, by which ordinary traffic is not authenticated, or a special trust. */
    private static final RuleKey[] SPECIAL = {
        RuleKey.SECURITY,
        RuleKey.SECURITY2_9,
        RuleKey.SECURITY2,
        RuleKey.RMAUTH,
        RuleKey.RUAUTH,
        RuleKey.TTK,
        RuleKey.TTK2_22,
        RuleKey.TTK2_27,
        RuleKey.TTK2_28
    };

    /** Each makes the rule one for some users or some networks. */
    private static final RuleKey[] NARROWING = {
        RuleKey.LUAUTH, RuleKey.LUAUTH2_24, RuleKey.LUOWN, RuleKey.NNM, RuleKey.SECURITYREALMID
    };

    /** Windows 10 and 11, in the registry's way. */
    private static final int MAJOR = 10;

    private static final int MINOR = 0;

    /** What the oldest Windows 10 understands (MS-FASP, appendix B); it may pass over no more. */
    private static final int OLDEST_SCHEMA = (2 << 8) | 24;

    private ConditionMatcher() {}

    static Match match(FirewallRule rule) {
        RuleText text = rule.text();
        Match match = platform(text);
        if (text.hasAny(SPECIAL)) {
            match = match.and(Match.UNLIKELY);
        }
        boolean narrower =
                text.hasAny(NARROWING) || !text.unknown().isEmpty() || canBePassedOver(text);
        return narrower ? match.and(Match.LIKELY) : match;
    }

    private static boolean canBePassedOver(RuleText text) {
        return text.value(RuleKey.SKIPVER)
                .map(version -> version.split("\\.", -1))
                .filter(parts ->
                        ((Integer.parseInt(parts[0]) << 8) | Integer.parseInt(parts[1]))
                                >= OLDEST_SCHEMA)
                .isPresent();
    }

    /** {@code platform:major:minor}; with GTEQ, the last one stands for later ones too. */
    private static Match platform(RuleText text) {
        List<String> platforms = text.values(RuleKey.PLATFORM);
        if (platforms.isEmpty()) {
            return Match.YES;
        }
        boolean later = text.value(RuleKey.PLATFORM2).filter("GTEQ"::equalsIgnoreCase).isPresent();
        for (int i = 0; i < platforms.size(); i++) {
            String[] parts = platforms.get(i).split(":", -1);
            int major = Integer.parseInt(parts[1]);
            int minor = Integer.parseInt(parts[2]);
            boolean same = major == MAJOR && minor == MINOR;
            boolean before = major < MAJOR || (major == MAJOR && minor <= MINOR);
            if (same || (before && later && i == platforms.size() - 1)) {
                return Match.YES;
            }
        }
        return Match.NO;
    }
}
