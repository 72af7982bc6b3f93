package app.naru.diagnosis;

import app.naru.firewall.PortProxy;
import app.naru.server.Speech;
import java.util.List;
import java.util.Optional;

/**
 * What the probes saw; a part is empty where it was not looked at or nothing came of it.
 *
 * @param server attempts to connect to the server, by each way there is
 * @param front attempts to connect to where others do: this PC's own addresses
 * @param speech what the server is and says
 * @param door why the port can't be listened on; empty where it can, or is
 * @param hyperVRule whether the Hyper-V firewall has a rule for the port; empty where that is not
 *     known
 * @param device whether a device of the same network came that was awaited; empty where none was
 */
public record Seen(
        List<Reach> server,
        List<Reach> front,
        Optional<Speech> speech,
        Optional<Door> door,
        Optional<PortProxy> portProxy,
        Optional<Boolean> hyperVRule,
        Optional<FirewallSight> firewall,
        Optional<RouterSight> router,
        Optional<OutsideSight> outside,
        Optional<Boolean> device) {

    /** Nothing was looked at. */
    public static final Seen NOTHING =
            new Seen(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Seen {
        server = List.copyOf(server);
        front = List.copyOf(front);
    }

    /** Whether a device of the same network was awaited in vain. */
    boolean waitedInVain() {
        return device.equals(Optional.of(false));
    }

    /** Whether a device of the same network got through. */
    boolean deviceCame() {
        return device.equals(Optional.of(true));
    }

    /** Whether the server answers by one of the ways at least. */
    boolean serverAnswers() {
        return server.stream().anyMatch(Reach::good);
    }

    /** Whether someone answers where others connect to. */
    boolean frontAnswers() {
        return front.stream().anyMatch(Reach::good);
    }
}
