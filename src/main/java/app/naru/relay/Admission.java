package app.naru.relay;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Decides who is let in. Asked once for each connection, by any loop's thread. */
final class Admission {

    /** With so many clients known, those that are not needed any more are forgotten. */
    private static final int MANY_CLIENTS = 4_096;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What one client has had. */
    private static final class Client {
        private int open;
        private double credit;
        private long creditedAt;
    }

    private final RelayOptions.Limits limits;
    private final boolean limited;
    private final Map<InetAddress, Client> clients = new HashMap<>();
    private int open;
    private volatile Access access;
    private volatile Set<InetAddress> blocked = Set.of();

    Admission(Access access, RelayOptions.Limits limits) {
        this.access = access;
        this.limits = limits;
        limited = !limits.equals(RelayOptions.Limits.NONE);
    }

    /** Whether that client may be here, whatever the limits. */
    boolean allows(InetAddress client) {
        return !blocked.contains(client) && access.admits(client);
    }

    void access(Access other) {
        access = other;
    }

    synchronized void block(InetAddress client) {
        Set<InetAddress> more = new HashSet<>(blocked);
        more.add(client);
        blocked = Set.copyOf(more);
    }

    synchronized void unblock(InetAddress client) {
        Set<InetAddress> fewer = new HashSet<>(blocked);
        fewer.remove(client);
        blocked = Set.copyOf(fewer);
    }

    Set<InetAddress> blocked() {
        return blocked;
    }

    /** Whether the limits let one more in; if so it counts until it has {@link #left}. */
    boolean enter(InetAddress address, long now) {
        return !limited || enterLimited(address, now);
    }

    private synchronized boolean enterLimited(InetAddress address, long now) {
        if (clients.size() >= MANY_CLIENTS) {
            clients.values().removeIf(c -> c.open == 0 && now - c.creditedAt > SECOND);
        }
        Client client = clients.computeIfAbsent(address, unknown -> newClient(now));
        int rate = limits.perSecondAndClient();
        double earned = (double) (now - client.creditedAt) / SECOND * rate;
        client.credit = Math.min(rate, client.credit + earned);
        client.creditedAt = now;
        if (open >= limits.total() || client.open >= limits.perClient() || client.credit < 1) {
            return false;
        }
        client.credit--;
        client.open++;
        open++;
        return true;
    }

    private Client newClient(long now) {
        Client client = new Client();
        client.credit = limits.perSecondAndClient();
        client.creditedAt = now;
        return client;
    }

    /** It has ended. */
    void left(InetAddress address) {
        if (limited) {
            synchronized (this) {
                Client client = clients.get(address);
                if (client != null) {
                    client.open--;
                    open--;
                }
            }
        }
    }
}
