package app.naru.firewall;

import app.naru.forward.ForwardName;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.path.FirewallChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole firewall that keeps its rules, for tests of other packages. */
public final class WholeFakeWindows {

    private final FakeWindows windows = new FakeWindows();
    private final WindowsFirewall firewall =
            WindowsFirewall.of(
                    windows,
                    new FakePolicy(),
                    family -> Map.of(),
                    (arguments, limit) -> hyperV(),
                    new NoNetworks(),
                    reference -> Optional.empty(),
                    this::run);

    private static final class NoNetworks implements NetworkList {
        @Override
        public Optional<NetworkProfile> category(NetworkId network) {
            return Optional.empty();
        }

        @Override
        public void category(NetworkId network, NetworkProfile wanted) {
            throw new AssertionError("no network is there");
        }
    }

    /** Whether a rule of Naru's is in the Hyper-V firewall. */
    public boolean ruleForWsl;

    private int hyperV() {
        return ruleForWsl ? HyperVRule.THERE : HyperVRule.NOT_THERE;
    }

    private Elevation.Ending run(
            Elevation.SystemProgram program, List<String> arguments, Duration limit) {
        if (program == Elevation.SystemProgram.POWERSHELL
                && FakePowerShell.script(arguments).contains("Remove-NetFirewallHyperVRule")) {
            ruleForWsl = false;
        }
        return windows.run(program, arguments, limit);
    }

    public WindowsFirewall firewall() {
        return firewall;
    }

    /** Puts a rule there as anyone may have. */
    public void rule(String id, String text) {
        windows.local.put(id, text);
    }

    /** The user says no from now on. */
    public void declines() {
        windows.instead.add(new Elevation.Ending.Declined());
    }

    /** Returns the names of the rules that there are. */
    public List<String> names() {
        return windows.local.values().stream()
                .map(text -> FirewallRule.decode(text).name())
                .toList();
    }

    /** Returns the change that makes a rule of that name. */
    public FirewallChange.MakeRule make(ForwardName name) {
        return new FirewallChange.MakeRule(
                new RuleSpec(
                        RuleName.of(name),
                        "",
                        Optional.empty(),
                        Protocol.TCP,
                        PortRange.of(8000),
                        new Remote.LocalSubnet(),
                        Set.of(NetworkProfile.PRIVATE)));
    }
}
