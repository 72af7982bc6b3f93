package app.naru.relay;

import app.naru.forward.Cidr;
import java.net.InetAddress;
import java.util.List;

/**
 * Who may come.
 *
 * @param allow those alone; empty for everyone
 * @param deny never those, whatever {@code allow} says
 */
public record Access(List<Cidr> allow, List<Cidr> deny) {

    public static final Access EVERYONE = new Access(List.of(), List.of());

    public Access {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** Whether a client of that address may come. */
    public boolean admits(InetAddress client) {
        return deny.stream().noneMatch(cidr -> cidr.contains(client))
                && (allow.isEmpty() || allow.stream().anyMatch(cidr -> cidr.contains(client)));
    }
}
