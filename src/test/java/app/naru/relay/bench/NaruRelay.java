package app.naru.relay.bench;

import app.naru.forward.Cidr;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.relay.Access;
import app.naru.relay.Endpoint;
import app.naru.relay.Relay;
import app.naru.relay.RelayOptions;
import app.naru.relay.RelaySpec;
import java.net.InetAddress;
import java.util.List;

/**
 * Naru's relay alone: {@code NaruRelay PORT TARGET-PORT}, until it is killed; with {@code
 * -Dguarded=true} one that has an access list and limits.
 */
final class NaruRelay {

    private NaruRelay() {}

    public static void main(String[] arguments) throws Exception {
        boolean guarded = Boolean.getBoolean("guarded");
        Access access =
                guarded
                        ? new Access(
                                List.of(Cidr.parse("192.168.0.0/16"), Cidr.parse("127.0.0.0/8")),
                                List.of(Cidr.parse("192.168.7.7"), Cidr.parse("10.0.0.0/8")))
                        : Access.EVERYONE;
        RelayOptions options =
                guarded
                        ? RelayOptions.DEFAULT.withLimits(
                                new RelayOptions.Limits(100_000, 50_000, 1_000_000))
                        : RelayOptions.DEFAULT;
        for (Protocol protocol : Protocol.values()) {
            RelaySpec spec =
                    new RelaySpec(
                            protocol,
                            List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})),
                            PortRange.parse(arguments[0]),
                            List.of(Endpoint.parse("127.0.0.1:" + arguments[1])),
                            access);
            // Kept open until the process is killed.
            Relay relay = Relay.open(spec, options);
            System.out.println(relay.listening());
        }
        Thread.currentThread().join();
    }
}
