package app.naru.firewall;

import java.util.Optional;

/** The texts of this system's own programs, in the user's language. */
@FunctionalInterface
public interface SystemTexts {

    /**
     * Returns the text that the reference stands for; empty where there is none. May take
     * milliseconds: it is in a file.
     *
     * @param reference {@code @FirewallAPI.dll,-28775} and its like
     */
    Optional<String> load(String reference);
}
