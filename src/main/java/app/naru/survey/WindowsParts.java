package app.naru.survey;

import app.naru.firewall.ExcludedPorts;
import app.naru.firewall.FirewallProduct;
import app.naru.firewall.FirewallState;
import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import app.naru.wsl.WslInside;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

/** The parts that a survey of a Windows PC has beside those of every survey. */
public final class WindowsParts {

    /** What changes at a restart, an installation or a click in the settings. */
    private static final Duration STAYS_FOR = Duration.ofMinutes(1);

    private WindowsParts() {}

    /** Returns the collectors; what takes a program or WMI to find out is looked at each minute. */
    public static List<Collector<?>> of(
            Callable<WslInside> wslInside,
            Callable<Map<WindowsService, ServiceState>> services,
            Callable<List<FirewallProduct>> otherFirewalls,
            Callable<ExcludedPorts> excludedPorts,
            Callable<FirewallState> firewall) {
        InstantSource clock = InstantSource.system();
        return List.of(
                part("wslInside", wslInside, WindowsFacts::withWslInside),
                part("services", services, WindowsFacts::withServices),
                part(
                        "otherFirewalls",
                        new Remembered<>(otherFirewalls, STAYS_FOR, clock),
                        WindowsFacts::withOtherFirewalls),
                part(
                        "excludedPorts",
                        new Remembered<>(excludedPorts, STAYS_FOR, clock),
                        WindowsFacts::withExcludedPorts),
                firewall(firewall));
    }

    /** Returns the collector of the firewall alone. */
    public static Collector<FirewallState> firewall(Callable<FirewallState> firewall) {
        return part("firewall", firewall, WindowsFacts::withFirewall);
    }

    private static <T> Collector<T> part(
            String name, Callable<T> source, BiFunction<WindowsFacts, Fact<T>, WindowsFacts> into) {
        return new Collector<>(
                name,
                SurveyParts.LIMIT,
                () -> new Fact.Known<>(source.call()),
                (situation, fact) -> situation.withWindows(into.apply(situation.windows(), fact)));
    }
}
