package app.naru.windows;

import app.naru.firewall.FirewallProduct;
import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiQuery;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks Windows Security Center, by WMI, which firewalls beside Windows' own there are. */
public final class SecurityCenter {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String NAMESPACE = "ROOT\\SecurityCenter2";

    /** No PC has so many; the loop ends whatever the other side says. */
    private static final int MOST = 50;

    /**
     * The properties that are asked for, as WMI spells them; jna-platform makes the query of it.
     */
    @SuppressWarnings("MemberName")
    enum Property {
        DISPLAYNAME,
        PRODUCTSTATE
    }

    /**
     * @throws IOException if Windows does not tell, as a Windows Server, which has no such center
     */
    public List<FirewallProduct> read() throws IOException, InterruptedException {
        try {
            return Apartment.start("security-center", SecurityCenter::ask)
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("Windows Security Center: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(
                    "Windows Security Center did not answer within " + LIMIT.toMillis() + " ms", e);
        }
    }

    /**
     * @throws COMException if WMI refuses
     */
    private static List<FirewallProduct> ask() throws TimeoutException {
        WmiQuery<Property> query = new WmiQuery<>(NAMESPACE, "FirewallProduct", Property.class);
        WmiResult<Property> found = query.execute(Math.toIntExact(LIMIT.toMillis()));
        List<FirewallProduct> products = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, found.getResultCount()); i++) {
            Object name = found.getValue(Property.DISPLAYNAME, i);
            Object state = found.getValue(Property.PRODUCTSTATE, i);
            if (name != null) {
                products.add(
                        FirewallProduct.listed(
                                name.toString(), state instanceof Integer number ? number : -1));
            }
        }
        return products;
    }
}
