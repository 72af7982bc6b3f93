package app.naru.ui.wizard;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Listen;
import app.naru.forward.PortRange;
import app.naru.forward.Sentence;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import java.net.InetAddress;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** At which address and port others find the server, as entered so far. */
final class ListenDraft {

    /** An address and ports of this PC. */
    record Door(Listen listen, PortRange ports) {}

    private final ServerDraft server;
    private final ReadOnlyObjectProperty<Situation> situation;
    private final ObjectProperty<Boolean> everyAddress;
    private final Field<InetAddress> address;
    private final Field<PortRange> ports;
    private final ObservableValue<Optional<Sentence>> addressComplaint;
    private final ObjectBinding<Reading<Door>> door;
    private boolean portsFollow;
    private boolean following;

    ListenDraft(
            ServerDraft server,
            ReadOnlyObjectProperty<Situation> situation,
            Optional<Forward> existing) {
        this.server = server;
        this.situation = situation;
        Optional<Listen.At> only =
                existing.map(Forward::listen)
                        .filter(Listen.At.class::isInstance)
                        .map(Listen.At.class::cast);
        everyAddress = new SimpleObjectProperty<>(only.isEmpty());
        address =
                new Field<>(
                        only.map(at -> Address.text(at.address())).orElse(""),
                        this::readAddress,
                        situation);
        addressComplaint = address.complaintWhere(everyAddress.isEqualTo(false));
        portsFollow =
                existing.map(forward -> forward.ports().first().equals(forward.target().port()))
                        .orElse(true);
        ports =
                new Field<>(
                        existing.map(forward -> forward.ports().toString())
                                .orElse(server.ports().text().get()),
                        this::readPorts,
                        server.ports().reading());
        server.ports().text().addListener((observed, before, now) -> follow());
        ports.text().addListener((observed, before, now) -> portsFollow &= following);
        door =
                Bindings.createObjectBinding(
                        this::read, everyAddress, address.reading(), ports.reading());
    }

    /** Others use the server's own port until someone says otherwise. */
    private void follow() {
        if (portsFollow) {
            following = true;
            ports.text().set(server.ports().text().get());
            following = false;
        }
    }

    private Reading<PortRange> readPorts(String text) {
        if (text.isBlank()) {
            return Reading.bad("wizard.addresses.port.missing");
        }
        Reading<PortRange> typed = Reading.of(() -> PortRange.parse(text));
        int wanted = server.ports().reading().get().good().map(PortRange::size).orElse(0);
        return typed.then(range ->
                wanted == 0 || range.size() == wanted
                        ? typed
                        : Reading.bad("wizard.addresses.port.count", wanted, range.size()));
    }

    private Reading<InetAddress> readAddress(String text) {
        if (text.isBlank()) {
            return Reading.bad("wizard.addresses.address.missing");
        }
        Reading<InetAddress> typed = Reading.of(() -> Address.parse(text));
        return typed.then(wanted ->
                isForeign(wanted)
                        ? Reading.bad("path.relay.foreignAddress", Address.text(wanted))
                        : typed);
    }

    private boolean isForeign(InetAddress wanted) {
        Optional<Network> network = situation.get().network().known();
        return network.isPresent() && network.get().addresses().noneMatch(wanted::equals);
    }

    private Reading<Door> read() {
        Reading<Listen> listen =
                everyAddress.get()
                        ? new Reading.Good<>(new Listen.LanAddresses())
                        : address.reading().get().then(at -> new Reading.Good<>(new Listen.At(at)));
        return listen.then(place ->
                ports.reading().get().then(range -> new Reading.Good<>(new Door(place, range))));
    }

    /** Whether others find the server at each address that this PC has on a local network. */
    ObjectProperty<Boolean> everyAddress() {
        return everyAddress;
    }

    /** The one address; counts only where it is not every address. */
    Field<InetAddress> address() {
        return address;
    }

    /** What to say of the one address; nothing while it is every address. */
    ObservableValue<Optional<Sentence>> addressComplaint() {
        return addressComplaint;
    }

    /** The port that others use, or the ports. */
    Field<PortRange> ports() {
        return ports;
    }

    ObjectBinding<Reading<Door>> door() {
        return door;
    }
}
