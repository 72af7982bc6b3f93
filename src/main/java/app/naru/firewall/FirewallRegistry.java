package app.naru.firewall;

import java.io.IOException;
import java.util.Map;

/** Reads the firewall's rules from the registry; never writes them. */
public interface FirewallRegistry {

    /**
     * Returns the store's rules: value name (the rule's id) to rule text.
     *
     * @throws KeyMissing if there is no such key
     * @throws IOException if the key can't be read, which is not the same as no rules
     */
    Map<String, String> rules(PolicyStore store) throws IOException;
}
