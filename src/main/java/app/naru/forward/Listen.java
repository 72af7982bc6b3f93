package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.util.Locale;

/** On which of this PC's addresses others find the server: {@code lan} or one address. */
public sealed interface Listen {

    /** Every address that this PC has on a local network. */
    record LanAddresses() implements Listen {
        @Override
        @JsonValue
        public String toString() {
            return "lan";
        }
    }

    /** Just this address. */
    record At(InetAddress address) implements Listen {
        @Override
        @JsonValue
        public String toString() {
            return Address.text(address);
        }
    }

    /**
     * @throws InvalidInput if it is neither {@code lan} nor an address
     */
    @JsonCreator
    static Listen parse(String text) {
        return text.strip().toLowerCase(Locale.ROOT).equals("lan")
                ? new LanAddresses()
                : new At(Address.parse(text));
    }
}
