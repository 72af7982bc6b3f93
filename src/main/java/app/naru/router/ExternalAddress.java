package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.Sentence;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The address that a router has on its far side, as it says itself. That it is public proves
 * nothing yet: only a visit from outside does.
 *
 * @param address empty where the router has none (0.0.0.0 counts as none)
 */
public record ExternalAddress(Optional<InetAddress> address) {

    public ExternalAddress {
        address = address.filter(each -> !each.isAnyLocalAddress());
    }

    public static ExternalAddress of(InetAddress address) {
        return new ExternalAddress(Optional.of(address));
    }

    /** Returns what the address says about the way in. */
    public AddressKind kind() {
        return AddressKind.of(address);
    }

    /** Returns the address, or a dash where there is none. */
    public String text() {
        return address.map(Address::text).orElse("–");
    }

    /** Returns what it means for the user. */
    public Sentence sentence() {
        return Sentence.of("router.address." + kind(), text());
    }
}
