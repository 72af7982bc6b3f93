package app.naru.windows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The 64-bit view of Windows' registry. */
interface Registry {

    /** The part of the registry that a path starts from. */
    enum Root {
        LOCAL_MACHINE("HKLM"),
        CURRENT_USER("HKCU");

        private final String abbreviation;

        Root(String abbreviation) {
            this.abbreviation = abbreviation;
        }

        String path(String key) {
            return abbreviation + "\\" + key;
        }
    }

    /**
     * Returns the key's values; empty if there is no such key.
     *
     * @throws AccessDenied if this user may not read the key
     * @throws IOException if it can't be read for another reason; the message names the key
     */
    Optional<RegistryKey> read(Root root, String key) throws IOException;

    /**
     * Returns the names of the keys directly below; empty if there is no such key.
     *
     * @throws AccessDenied if this user may not read the key
     * @throws IOException if it can't be read for another reason; the message names the key
     */
    Optional<List<String>> subkeys(Root root, String key) throws IOException;

    /**
     * Writes a value of the type REG_SZ; the key comes to be if it is not there.
     *
     * @throws AccessDenied if this user may not write there
     * @throws IOException if it can't be written for another reason; the message names the key
     */
    void put(Root root, String key, String name, String text) throws IOException;

    /**
     * Removes a value, if it is there.
     *
     * @throws AccessDenied if this user may not write there
     * @throws IOException if it can't be removed for another reason; the message names the key
     */
    void remove(Root root, String key, String name) throws IOException;

    /** The key is there, but not for this user. */
    final class AccessDenied extends IOException {

        private static final long serialVersionUID = 1L;

        AccessDenied(String path) {
            super("Access is denied to the registry key " + path);
        }
    }
}
