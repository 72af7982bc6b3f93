package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The firewall's rules and settings of all stores at one moment. What could not be read is known to
 * be unknown.
 */
public final class Policy {

    /** Whose word counts first. */
    private static final List<PolicyStore> PRECEDENCE =
            List.of(PolicyStore.GROUP_POLICY, PolicyStore.MDM, PolicyStore.LOCAL);

    private static final String DISABLED_INTERFACES = "DisabledInterfaces";

    private final Map<PolicyStore, StoreRules> rules;
    private final Map<PolicyStore, StoreSettings> settings;

    Policy(Map<PolicyStore, StoreRules> rules, Map<PolicyStore, StoreSettings> settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** Reads all stores. Never fails: what can't be read is unknown. */
    public static Policy read(FirewallRegistry registry, ProfileSettings settings) {
        return new PolicyReader(registry, settings).get();
    }

    /** Returns the policy of a PC that has these rules and otherwise Windows' own settings. */
    public static Policy of(List<StoredRule> local) {
        Map<PolicyStore, StoreRules> rules = new EnumMap<>(PolicyStore.class);
        Map<PolicyStore, StoreSettings> settings = new EnumMap<>(PolicyStore.class);
        Map<NetworkProfile, Map<String, String>> unset = new EnumMap<>(NetworkProfile.class);
        for (NetworkProfile profile : NetworkProfile.values()) {
            unset.put(profile, Map.of());
        }
        for (PolicyStore store : PolicyStore.values()) {
            rules.put(
                    store,
                    new StoreRules.Read(store == PolicyStore.LOCAL ? local : List.of(), Map.of()));
            settings.put(store, new StoreSettings(unset));
        }
        return new Policy(rules, settings);
    }

    /** Returns what would hold if these rules were in the local store too. */
    public Policy with(Collection<FirewallRule> more) {
        return withLocal(local -> {
            List<StoredRule> whole = new ArrayList<>(local);
            more.forEach(rule -> whole.add(new StoredRule(PolicyStore.LOCAL, "", rule)));
            return whole;
        });
    }

    /** Returns what would hold if the local rules of these ids were gone. */
    public Policy without(Collection<String> ids) {
        return withLocal(
                local -> local.stream().filter(stored -> !ids.contains(stored.id())).toList());
    }

    private Policy withLocal(UnaryOperator<List<StoredRule>> change) {
        if (!(rules(PolicyStore.LOCAL) instanceof StoreRules.Read local)) {
            return this;
        }
        Map<PolicyStore, StoreRules> changed = new EnumMap<>(rules);
        changed.put(
                PolicyStore.LOCAL,
                new StoreRules.Read(change.apply(local.rules()), local.malformed()));
        return new Policy(changed, settings);
    }

    /** Whether the other was read from the same. */
    boolean isSameAs(Policy other) {
        return rules.equals(other.rules) && settings.equals(other.settings);
    }

    /** Returns what is known of a store's rules. */
    public StoreRules rules(PolicyStore store) {
        return rules.getOrDefault(store, new StoreRules.Unreadable(store.text()));
    }

    /** Returns every known rule: Group Policy's, MDM's, then the local ones, each by id. */
    public Stream<StoredRule> rules() {
        return PRECEDENCE.stream().flatMap(store -> rules(store).known().stream());
    }

    /** Returns what holds for the setting on networks of that kind. */
    public Setting setting(SettingName name, NetworkProfile profile) {
        boolean certain = true;
        @Nullable Setting weaker = null;
        for (PolicyStore store : PRECEDENCE) {
            if (store == PolicyStore.LOCAL && name == SettingName.ALLOW_LOCAL_POLICY_MERGE) {
                continue;
            }
            Map<String, String> values = values(store, profile);
            if (values == null) {
                certain = false;
                if (store == PolicyStore.LOCAL && weaker == null) {
                    return new Setting(name, OptionalLong.empty(), store, false);
                }
                continue;
            }
            OptionalLong value = number(values.get(name.text()));
            if (value.isEmpty()) {
                continue;
            }
            Setting found = new Setting(name, value, store, certain);
            // "Block all" holds as soon as anyone says so (MS-FASP 2.2.38).
            if (name != SettingName.DO_NOT_ALLOW_EXCEPTIONS || found.on()) {
                return found;
            }
            weaker = weaker == null ? found : weaker;
        }
        if (weaker != null) {
            return new Setting(name, weaker.value(), weaker.store(), certain);
        }
        return new Setting(name, OptionalLong.of(name.unset()), PolicyStore.LOCAL, certain);
    }

    /** Whether the firewall is known to be off on that interface, whatever its network. */
    boolean offOn(String interfaceId, NetworkProfile profile) {
        for (PolicyStore store : PRECEDENCE) {
            Map<String, String> values = values(store, profile);
            if (values != null && values.containsKey(DISABLED_INTERFACES)) {
                return String.valueOf(values.get(DISABLED_INTERFACES))
                        .toLowerCase(Locale.ROOT)
                        .contains(interfaceId.toLowerCase(Locale.ROOT));
            }
        }
        return false;
    }

    private @Nullable Map<String, String> values(PolicyStore store, NetworkProfile profile) {
        StoreSettings read = settings.get(store);
        return read == null ? null : read.values().get(profile);
    }

    private static OptionalLong number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,10}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
