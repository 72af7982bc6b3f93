package app.naru.windows;

import app.naru.firewall.NetworkId;
import app.naru.firewall.NetworkList;
import app.naru.forward.NetworkProfile;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Guid.CLSID;
import com.sun.jna.platform.win32.Guid.IID;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the Network List Manager what kind of network each adapter is on, and tells it. It may be
 * switched off or slow; the rest of the survey does not wait for it, and an adapter that it does
 * not tell of has no known category.
 */
public final class NetworkCategories implements NetworkList {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkCategories.class);

    private static final Duration LIMIT = Duration.ofMillis(1_500);

    /** Takes longer than asking: Windows tells its services before it answers. */
    private static final Duration CHANGE_LIMIT = Duration.ofSeconds(10);

    private static final CLSID MANAGER = new CLSID("{DCB00C01-570F-4A9B-8D69-199FDBA5723B}");
    private static final IID MANAGER_INTERFACE = new IID("{DCB00000-570F-4A9B-8D69-199FDBA5723B}");

    /** Places in the interfaces' tables of methods (netlistmgr.h). */
    static final int GET_NETWORK_CONNECTIONS = 9;

    static final int NEXT = 8;
    static final int GET_NETWORK = 7;
    static final int GET_ADAPTER_ID = 12;
    static final int GET_NETWORK_ID = 11;
    static final int GET_CATEGORY = 18;
    static final int SET_CATEGORY = 19;

    /** More connections than any PC has: the loop ends whatever the other side says. */
    private static final int MOST = 1_000;

    /** A network that this PC is on. */
    record Connected(NetworkId network, NetworkProfile profile) {}

    @Override
    public Optional<NetworkProfile> category(NetworkId network) throws IOException {
        return await(begin(), LIMIT).values().stream()
                .filter(each -> each.network().equals(network))
                .map(Connected::profile)
                .findFirst();
    }

    @Override
    public void category(NetworkId network, NetworkProfile wanted) throws IOException {
        int category =
                switch (wanted) {
                    case PUBLIC -> 0;
                    case PRIVATE -> 1;
                    case DOMAIN -> throw new IllegalArgumentException("only a domain decides that");
                };
        boolean found =
                await(
                        Apartment.start("network-category", () -> tell(network, category)),
                        CHANGE_LIMIT);
        if (!found) {
            throw new IOException("this PC is not on that network now");
        }
    }

    /** Waits for Windows, and says what it refused. */
    private static <T> T await(Future<T> asking, Duration limit) throws IOException {
        try {
            return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("The Network List Manager does not answer as it should", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Begins to ask; the answer comes with {@link #byAdapter}. */
    Future<Map<String, Connected>> begin() {
        return Apartment.start("network-categories", NetworkCategories::ask);
    }

    /** Returns the categories by the adapters' GUIDs, {@code {…}} in upper case. */
    static Map<String, Connected> byAdapter(Future<Map<String, Connected>> asking) {
        try {
            return asking.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("The Network List Manager did not answer within {}", LIMIT);
        } catch (ExecutionException e) {
            LOG.info("The Network List Manager does not tell", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    private static Map<String, Connected> ask() {
        Map<String, Connected> categories = new HashMap<>();
        eachConnection(connection -> {
            try (ComObject network = connection.get(GET_NETWORK)) {
                IntByReference category = new IntByReference(-1);
                network.call(GET_CATEGORY, category);
                NetworkId id = new NetworkId(network.guid(GET_NETWORK_ID));
                String adapter = connection.guid(GET_ADAPTER_ID).toUpperCase(Locale.ROOT);
                profile(category.getValue())
                        .ifPresent(profile -> categories.put(adapter, new Connected(id, profile)));
            }
        });
        return categories;
    }

    /** Returns whether this PC is on that network. */
    private static boolean tell(NetworkId wanted, int category) {
        AtomicBoolean found = new AtomicBoolean();
        eachConnection(connection -> {
            try (ComObject network = connection.get(GET_NETWORK)) {
                if (new NetworkId(network.guid(GET_NETWORK_ID)).equals(wanted)) {
                    network.call(SET_CATEGORY, category);
                    found.set(true);
                }
            }
        });
        return found.get();
    }

    private static void eachConnection(Consumer<ComObject> visitor) {
        try (ComObject manager = ComObject.create(MANAGER, MANAGER_INTERFACE);
                ComObject connections = manager.get(GET_NETWORK_CONNECTIONS)) {
            for (int i = 0; i < MOST; i++) {
                PointerByReference next = new PointerByReference();
                IntByReference count = new IntByReference();
                // S_FALSE: there was none left
                if (connections.call(NEXT, 1, next, count) != COMUtils.S_OK
                        || next.getValue() == null) {
                    break;
                }
                try (ComObject connection = new ComObject(next.getValue())) {
                    visitor.accept(connection);
                }
            }
        }
    }

    /** Returns what NLM_NETWORK_CATEGORY means; empty for a value that it does not have. */
    static Optional<NetworkProfile> profile(int category) {
        return switch (category) {
            case 0 -> Optional.of(NetworkProfile.PUBLIC);
            case 1 -> Optional.of(NetworkProfile.PRIVATE);
            case 2 -> Optional.of(NetworkProfile.DOMAIN);
            default -> Optional.empty();
        };
    }
}
