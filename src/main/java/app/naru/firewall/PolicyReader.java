package app.naru.firewall;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the firewall's rules and settings of all stores, again and again: a store that has not
 * changed is not decoded anew, and what is all the same is the same object.
 */
public final class PolicyReader implements Supplier<Policy> {

    private final FirewallRegistry registry;
    private final ProfileSettings settings;
    private final Map<PolicyStore, Decoded> decoded = new EnumMap<>(PolicyStore.class);
    private @Nullable Policy last;

    private record Decoded(Map<String, String> texts, StoreRules rules) {}

    public PolicyReader(FirewallRegistry registry, ProfileSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** Reads all stores. Never fails: what can't be read is unknown. */
    @Override
    public synchronized Policy get() {
        Map<PolicyStore, StoreRules> rules = new EnumMap<>(PolicyStore.class);
        Map<PolicyStore, StoreSettings> read = new EnumMap<>(PolicyStore.class);
        for (PolicyStore store : PolicyStore.values()) {
            rules.put(store, rules(store));
            read.put(store, StoreSettings.read(settings, store));
        }
        Policy now = new Policy(rules, read);
        Policy before = last;
        last = before != null && before.isSameAs(now) ? before : now;
        return last;
    }

    private StoreRules rules(PolicyStore store) {
        try {
            Map<String, String> texts = registry.rules(store);
            Decoded before = decoded.get(store);
            if (before == null || !before.texts().equals(texts)) {
                before = new Decoded(texts, StoreRules.of(store, texts));
                decoded.put(store, before);
            }
            return before.rules();
        } catch (IOException e) {
            return StoreRules.without(store, e);
        }
    }
}
