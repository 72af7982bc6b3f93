package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The profiles' settings of one store.
 *
 * @param values by profile; a profile whose settings can't be read is missing, one that has none is
 *     empty
 */
record StoreSettings(Map<NetworkProfile, Map<String, String>> values) {

    StoreSettings {
        values = Map.copyOf(values);
    }

    /**
     * Reads a store's settings. The local store keeps those of private networks in {@code
     * StandardProfile}. In a policy that key is of Windows XP's time and stands for private and
     * public networks, as long as neither has a key of its own (MS-GPFAS 2.2.3).
     */
    static StoreSettings read(ProfileSettings settings, PolicyStore store) {
        Map<NetworkProfile, Map<String, String>> values = new EnumMap<>(NetworkProfile.class);
        take(values, NetworkProfile.DOMAIN, key(settings, store, "DomainProfile"));
        Key standard = key(settings, store, "StandardProfile");
        Key ofPublic = key(settings, store, "PublicProfile");
        if (store == PolicyStore.LOCAL) {
            take(values, NetworkProfile.PRIVATE, standard);
            take(values, NetworkProfile.PUBLIC, ofPublic);
            return new StoreSettings(values);
        }
        Key ofPrivate = key(settings, store, "PrivateProfile");
        boolean neither = ofPrivate instanceof Key.Absent && ofPublic instanceof Key.Absent;
        take(values, NetworkProfile.PRIVATE, neither ? standard : ofPrivate);
        take(values, NetworkProfile.PUBLIC, neither ? standard : ofPublic);
        return new StoreSettings(values);
    }

    private sealed interface Key {
        record Present(Map<String, String> values) implements Key {}

        record Absent() implements Key {}

        record Unreadable() implements Key {}
    }

    private static Key key(ProfileSettings settings, PolicyStore store, String name) {
        try {
            Optional<Map<String, String>> values = settings.values(store, name);
            return values.isPresent() ? new Key.Present(values.get()) : new Key.Absent();
        } catch (KeyMissing e) {
            return new Key.Absent();
        } catch (IOException e) {
            return new Key.Unreadable();
        }
    }

    private static void take(
            Map<NetworkProfile, Map<String, String>> values, NetworkProfile profile, Key key) {
        switch (key) {
            case Key.Present(Map<String, String> found) -> {
                // The registry does not mind the case of names.
                Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                byName.putAll(found);
                values.put(profile, byName);
            }
            case Key.Absent absent -> values.put(profile, Map.of());
            case Key.Unreadable unreadable -> {
                // Left out: what they say is not known.
            }
        }
    }
}
