package app.naru.firewall;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registry of a PC, written down. The local store is there, the others are not. */
public final class FakePolicy implements FirewallRegistry, ProfileSettings {

    private final Map<PolicyStore, Map<String, String>> rules = new EnumMap<>(PolicyStore.class);
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final Set<PolicyStore> deniedRules = EnumSet.noneOf(PolicyStore.class);
    private final Set<PolicyStore> deniedSettings = EnumSet.noneOf(PolicyStore.class);

    public FakePolicy() {
        rules.put(PolicyStore.LOCAL, new LinkedHashMap<>());
    }

    public FakePolicy rule(PolicyStore store, String id, String text) {
        rules.computeIfAbsent(store, each -> new LinkedHashMap<>()).put(id, text);
        return this;
    }

    public FakePolicy set(PolicyStore store, String profileKey, String name, String value) {
        settings.computeIfAbsent(store + profileKey, each -> new HashMap<>()).put(name, value);
        return this;
    }

    /** A profile's key that is there and holds nothing. */
    FakePolicy key(PolicyStore store, String profileKey) {
        settings.computeIfAbsent(store + profileKey, each -> new HashMap<>());
        return this;
    }

    FakePolicy withoutRules(PolicyStore store) {
        rules.remove(store);
        return this;
    }

    public FakePolicy denyRules(PolicyStore store) {
        deniedRules.add(store);
        return this;
    }

    FakePolicy denySettings(PolicyStore store) {
        deniedSettings.add(store);
        return this;
    }

    public Policy read() {
        return Policy.read(this, this);
    }

    @Override
    public Map<String, String> rules(PolicyStore store) throws IOException {
        if (deniedRules.contains(store)) {
            throw new IOException("access denied");
        }
        Map<String, String> found = rules.get(store);
        if (found == null) {
            throw new KeyMissing(store.text());
        }
        return new LinkedHashMap<>(found);
    }

    @Override
    public Optional<Map<String, String>> values(PolicyStore store, String profileKey)
            throws IOException {
        if (deniedSettings.contains(store)) {
            throw new IOException("access denied");
        }
        return Optional.ofNullable(settings.get(store + profileKey));
    }
}
