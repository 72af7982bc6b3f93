package app.naru.survey;

import app.naru.firewall.ExcludedPorts;
import app.naru.firewall.FirewallProduct;
import app.naru.firewall.FirewallState;
import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import app.naru.forward.Sentence;
import app.naru.wsl.WslInside;
import java.util.List;
import java.util.Map;

/**
 * What there is to know of a Windows PC alone.
 *
 * @param wslInside what the running distributions of WSL tell of themselves
 * @param services how the services stand that a path depends on
 * @param otherFirewalls the firewalls beside Windows' own
 * @param excludedPorts the ports that Windows keeps from programs
 * @param firewall Windows Defender Firewall, and Windows' own TCP proxy
 */
public record WindowsFacts(
        Fact<WslInside> wslInside,
        Fact<Map<WindowsService, ServiceState>> services,
        Fact<List<FirewallProduct>> otherFirewalls,
        Fact<ExcludedPorts> excludedPorts,
        Fact<FirewallState> firewall) {

    /** Returns the facts of a Windows PC before anything has been looked at. */
    static WindowsFacts unseen() {
        return new WindowsFacts(
                new Fact.Pending<>(),
                new Fact.Pending<>(),
                new Fact.Pending<>(),
                new Fact.Pending<>(),
                new Fact.Pending<>());
    }

    /** Returns those of a PC with another system. */
    static WindowsFacts notHere() {
        Sentence reason = Sentence.of("survey.windows.notHere");
        return new WindowsFacts(
                new Fact.Unknown<>(reason),
                new Fact.Unknown<>(reason),
                new Fact.Unknown<>(reason),
                new Fact.Unknown<>(reason),
                new Fact.Unknown<>(reason));
    }

    public WindowsFacts withWslInside(Fact<WslInside> wslInside) {
        return new WindowsFacts(wslInside, services, otherFirewalls, excludedPorts, firewall);
    }

    public WindowsFacts withServices(Fact<Map<WindowsService, ServiceState>> services) {
        return new WindowsFacts(wslInside, services, otherFirewalls, excludedPorts, firewall);
    }

    public WindowsFacts withOtherFirewalls(Fact<List<FirewallProduct>> otherFirewalls) {
        return new WindowsFacts(wslInside, services, otherFirewalls, excludedPorts, firewall);
    }

    public WindowsFacts withExcludedPorts(Fact<ExcludedPorts> excludedPorts) {
        return new WindowsFacts(wslInside, services, otherFirewalls, excludedPorts, firewall);
    }

    public WindowsFacts withFirewall(Fact<FirewallState> firewall) {
        return new WindowsFacts(wslInside, services, otherFirewalls, excludedPorts, firewall);
    }
}
