package app.naru.ui.main;

import app.naru.firewall.WindowsFirewall;
import app.naru.path.Traces;
import app.naru.router.RouterFinder;
import app.naru.ui.Page;
import app.naru.ui.addresses.AddressesPage;
import app.naru.ui.firewall.FirewallPage;
import app.naru.ui.learn.LearnPage;
import app.naru.ui.settings.SettingsPage;
import java.util.List;
import java.util.Optional;

/** The pages of the window after that of the forwards. */
public final class Pages {

    private Pages() {}

    /**
     * Returns them in the order of the rail.
     *
     * @param firewall empty on a system that has no Windows Defender Firewall
     * @param traces what Naru has made
     */
    public static List<Page> of(
            Optional<WindowsFirewall> firewall, RouterFinder router, Traces traces) {
        return List.of(
                FirewallPage.page(firewall),
                AddressesPage.page(router),
                LearnPage.page(),
                SettingsPage.page(traces));
    }
}
