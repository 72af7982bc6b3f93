package app.naru.firewall;

import java.util.Optional;

/**
 * A firewall of someone else's that has told Windows of itself: it filters independently of Windows
 * Defender Firewall.
 *
 * @param on whether it filters now; empty where it says neither yes nor no
 */
public record FirewallProduct(String name, Optional<Boolean> on) {

    /** The bits of WSC_SECURITY_PRODUCT_STATE within {@code productState}. */
    private static final int STATE = 0xf000;

    private static final int ON = 0x1000;

    /** More than a name has; what comes from another program is bounded. */
    private static final int LONGEST_NAME = 100;

    public FirewallProduct {
        String printable = name.replaceAll("\\p{Cc}", " ").strip();
        name = printable.substring(0, Math.min(LONGEST_NAME, printable.length()));
    }

    /**
     * Returns the product as Windows Security Center lists it.
     *
     * @param productState 0x1000 in its fourth digit for on, 0 for off, 0x2000 for snoozed and
     *     0x3000 for expired
     */
    public static FirewallProduct listed(String name, int productState) {
        int state = productState & STATE;
        return new FirewallProduct(
                name, state == ON || state == 0 ? Optional.of(state == ON) : Optional.empty());
    }
}
