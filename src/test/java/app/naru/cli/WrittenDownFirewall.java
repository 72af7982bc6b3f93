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

    static final String PYTHON =
            "v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|LPort=8000"
                    + "|LPort2_10=8080-8090|RA4=LocalSubnet|RA6=LocalSubnet"
                    + "|App=C:\\Python\\python.exe|Name=Django 서버|";
    static final String TELNET =
            "v2.30|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|LPort=23|Name=회사 정책|";
    private static final String REMOTE_DESKTOP =
            "v2.33|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389|Svc=termservice|Name=RDP|";

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

    /** Returns one with three rules: two of this PC, and one that keeps Telnet out by policy. */
    static WrittenDownFirewall ofThisPc() {
        return new WrittenDownFirewall()
                .rule(PolicyStore.LOCAL, "{1}", PYTHON)
                .rule(PolicyStore.LOCAL, "{2}", REMOTE_DESKTOP)
                .rule(PolicyStore.GROUP_POLICY, "{3}", TELNET);
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
