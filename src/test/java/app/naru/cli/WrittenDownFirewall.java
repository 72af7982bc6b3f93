package app.naru.cli;

import app.naru.firewall.Elevation;
import app.naru.firewall.FirewallRegistry;
import app.naru.firewall.KeyMissing;
import app.naru.firewall.NoNetworks;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.PortProxyRegistry;
import app.naru.firewall.ProfileSettings;
import app.naru.firewall.WindowsFirewall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The firewall of a PC as a test writes it down; it notes what it is asked to run. */
final class WrittenDownFirewall implements FirewallRegistry, ProfileSettings, Elevation {

    final List<String> ran = new ArrayList<>();
    private final Map<PolicyStore, Map<String, String>> rules = new EnumMap<>(PolicyStore.class);
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private PortProxyRegistry portProxies = family -> Map.of();
    private Function<List<String>, Ending> answer = arguments -> new Ending.Exited(1);

    WrittenDownFirewall() {
        rules.put(PolicyStore.LOCAL, new TreeMap<>());
        for (String profile : List.of("DomainProfile", "StandardProfile", "PublicProfile")) {
            set(PolicyStore.LOCAL, profile, "EnableFirewall", "1");
        }
    }

    WrittenDownFirewall rule(PolicyStore store, String id, String text) {
        rules.computeIfAbsent(store, each -> new TreeMap<>()).put(id, text);
        return this;
    }

    void gone(PolicyStore store, String id) {
        rules.getOrDefault(store, Map.of()).remove(id);
    }

    WrittenDownFirewall withoutRules(PolicyStore store) {
        rules.remove(store);
        return this;
    }

    WrittenDownFirewall set(PolicyStore store, String profileKey, String name, String value) {
        settings.computeIfAbsent(store + profileKey, each -> new HashMap<>()).put(name, value);
        return this;
    }

    /** Returns it as the program takes it. */
    WindowsFirewall whole() {
        return WindowsFirewall.of(
                this,
                this,
                portProxies,
                (arguments, limit) -> 1,
                new NoNetworks(),
                reference ->
                        reference.equals("@FirewallAPI.dll,-28775")
                                ? Optional.of("Remote Desktop")
                                : Optional.empty(),
                this);
    }

    WrittenDownFirewall portProxies(PortProxyRegistry there) {
        portProxies = there;
        return this;
    }

    /** What Windows does when it is asked to run netsh with those arguments. */
    WrittenDownFirewall answering(Function<List<String>, Ending> does) {
        answer = does;
        return this;
    }

    @Override
    public Map<String, String> rules(PolicyStore store) throws IOException {
        Map<String, String> found = rules.get(store);
        if (found == null) {
            throw new KeyMissing(store.text());
        }
        return Map.copyOf(found);
    }

    @Override
    public Optional<Map<String, String>> values(PolicyStore store, String profileKey) {
        return Optional.ofNullable(settings.get(store + profileKey));
    }

    @Override
    public Ending run(SystemProgram program, List<String> arguments, Duration limit) {
        ran.add(program + " " + String.join(" ", arguments));
        return answer.apply(arguments);
    }
}
