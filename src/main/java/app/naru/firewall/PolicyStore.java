package app.naru.firewall;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a rule or a setting is from. */
public enum PolicyStore {
    LOCAL,
    GROUP_POLICY,
    MDM;

    /** Returns {@code local}, {@code group-policy} or {@code mdm}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
