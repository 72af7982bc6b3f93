package app.naru.firewall;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a firewall profile from the registry; never writes them. */
public interface ProfileSettings {

    /**
     * Returns the values below a store's profile key (MS-GPFAS 2.2.3), by name; those of a subkey
     * as {@code AuthorizedApplications\AllowUserPrefMerge}. A REG_DWORD is its unsigned decimal
     * digits, a REG_SZ its text.
     *
     * @param profileKey {@code DomainProfile}, {@code PrivateProfile}, {@code PublicProfile} or
     *     {@code StandardProfile}, below the key that {@code FirewallRules} is below
     * @return empty if there is no such key
     * @throws IOException if the key can't be read
     */
    Optional<Map<String, String>> values(PolicyStore store, String profileKey) throws IOException;
}
