package app.naru.firewall;

import java.io.IOException;
import java.util.Map;

/** Reads the firewall's part of the registry; never writes it. */
public interface FirewallRegistry {

    /**
     * Returns the store's rules: value name (the rule's id) to rule text.
     *
     * @throws IOException if the key is missing or can't be read, which is not the same as no rules
     */
    Map<String, String> rules(PolicyStore store) throws IOException;
}
