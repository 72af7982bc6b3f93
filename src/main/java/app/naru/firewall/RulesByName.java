package app.naru.firewall;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds local rules by their name. */
final class RulesByName {

    private final FirewallRegistry registry;

    RulesByName(FirewallRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns the local rules of that name in any case of letters. What is no rule, Windows passes
     * over, and so does this.
     */
    NamedRules of(RuleName name) throws IOException {
        String wanted = name.text().toLowerCase(Locale.ROOT);
        Map<String, FirewallRule> found = new LinkedHashMap<>();
        registry.rules(PolicyStore.LOCAL)
                .forEach((id, text) -> {
                    // Decoding a thousand rules to find one would take longer.
                    if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
                        decoded(text)
                                .filter(rule -> rule.name().equalsIgnoreCase(name.text()))
                                .ifPresent(rule -> found.put(id, rule));
                    }
                });
        return new NamedRules(name, found);
    }

    private static Optional<FirewallRule> decoded(String text) {
        try {
            return Optional.of(FirewallRule.decode(text));
        } catch (MalformedRule e) {
            return Optional.empty();
        }
    }
}
