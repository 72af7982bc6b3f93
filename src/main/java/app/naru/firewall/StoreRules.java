package app.naru.firewall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of one store, as far as they can be read. */
public sealed interface StoreRules {

    /**
     * They were read.
     *
     * @param rules in the order of their ids
     * @param malformed those that can't be understood, by their ids; what they do is not known
     */
    record Read(List<StoredRule> rules, Map<String, MalformedRule> malformed)
            implements StoreRules {
        public Read {
            rules = List.copyOf(rules);
            malformed = Map.copyOf(malformed);
        }
    }

    /**
     * They are there, and can't be read: nobody knows what they are.
     *
     * @param reason what the system said
     */
    record Unreadable(String reason) implements StoreRules {}

    /**
     * Reads a store. Group Policy's and MDM's key is missing where the PC is not managed, which
     * means no rules; the local key is always there, so that its absence means nothing is known.
     */
    static StoreRules read(FirewallRegistry registry, PolicyStore store) {
        try {
            return of(store, registry.rules(store));
        } catch (IOException e) {
            return without(store, e);
        }
    }

    /** Returns what is known of a store that could not be read for that reason. */
    static StoreRules without(PolicyStore store, IOException reason) {
        return reason instanceof KeyMissing && store != PolicyStore.LOCAL
                ? new Read(List.of(), Map.of())
                : new Unreadable(String.valueOf(reason.getMessage()));
    }

    /** Returns the rules of these texts, which are by the rules' ids. */
    static Read of(PolicyStore store, Map<String, String> texts) {
        List<StoredRule> rules = new ArrayList<>();
        Map<String, MalformedRule> malformed = new TreeMap<>();
        List<Map.Entry<String, String>> byId = new ArrayList<>(texts.entrySet());
        byId.sort(Map.Entry.comparingByKey());
        for (Map.Entry<String, String> each : byId) {
            try {
                rules.add(
                        new StoredRule(store, each.getKey(), FirewallRule.decode(each.getValue())));
            } catch (MalformedRule e) {
                malformed.put(each.getKey(), e);
            }
        }
        return new Read(rules, malformed);
    }

    /** Returns the rules that are known. */
    default List<StoredRule> known() {
        return switch (this) {
            case Read read -> read.rules();
            case Unreadable unreadable -> List.of();
        };
    }

    /** Whether each rule of the store is known. */
    default boolean complete() {
        return switch (this) {
            case Read read -> read.malformed().isEmpty();
            case Unreadable unreadable -> false;
        };
    }
}
