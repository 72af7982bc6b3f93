package app.naru.ui.wizard;

import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Where the server is, as entered so far. */
final class ServerDraft {

    /** On which machine it runs. */
    enum Place {
        THIS_PC,
        WSL,
        DEVICE
    }

    /** The server's ports and the place of the first of them. */
    record Server(Target target, PortRange ports) {}

    private final BooleanProperty startWsl = new SimpleBooleanProperty(false);

    private final ObjectProperty<Protocol> protocol = new SimpleObjectProperty<>(Protocol.TCP);
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.THIS_PC);
    private final StringProperty distro = new SimpleStringProperty("");
    private final Field<PortRange> ports;
    private final Field<Target> host;
    private final ObservableValue<Optional<Sentence>> hostComplaint;
    private final ObjectBinding<Reading<Server>> server;

    ServerDraft(Optional<Forward> existing) {
        ports = new Field<>(existing.map(ServerDraft::portsOf).orElse(""), ServerDraft::readPorts);
        host =
                new Field<>(
                        existing.map(Forward::target)
                                .map(target -> target instanceof Target.Device d ? d.host() : "")
                                .orElse(""),
                        ServerDraft::readHost);
        hostComplaint = host.complaintWhere(place.isEqualTo(Place.DEVICE));
        existing.ifPresent(this::prefill);
        server =
                Bindings.createObjectBinding(
                        this::read, protocol, place, distro, ports.reading(), host.reading());
    }

    private void prefill(Forward forward) {
        protocol.set(forward.protocol());
        startWsl.set(forward.startWsl());
        switch (forward.target()) {
            case Target.ThisPc here -> place.set(Place.THIS_PC);
            case Target.InWsl inWsl -> {
                place.set(Place.WSL);
                distro.set(inWsl.distro());
            }
            case Target.Device device -> place.set(Place.DEVICE);
        }
    }

    private static String portsOf(Forward forward) {
        return forward.ports().movedTo(forward.target().port()).toString();
    }

    private static Reading<PortRange> readPorts(String text) {
        return text.isBlank()
                ? Reading.bad("wizard.server.port.missing")
                : Reading.of(() -> PortRange.parse(text));
    }

    /** Reads the host alone; its port comes from the other field. */
    private static Reading<Target> readHost(String text) {
        String name = text.strip();
        if (name.isEmpty()) {
            return Reading.bad("wizard.server.host.missing");
        }
        if (name.equalsIgnoreCase("localhost") || name.startsWith("127.") || name.equals("::1")) {
            return Reading.bad("wizard.server.host.isHere", name);
        }
        return Reading.of(() -> new Target.Device(name, new Port(1)));
    }

    private Reading<Server> read() {
        return ports.reading()
                .get()
                .then(range ->
                        switch (place.get()) {
                            case THIS_PC ->
                                    new Reading.Good<>(
                                            new Server(new Target.ThisPc(range.first()), range));
                            case WSL ->
                                    Reading.of(() ->
                                            new Server(
                                                    new Target.InWsl(distro.get(), range.first()),
                                                    range));
                            case DEVICE ->
                                    host.reading()
                                            .get()
                                            .then(device ->
                                                    new Reading.Good<>(
                                                            new Server(
                                                                    device.withPort(range.first()),
                                                                    range)));
                        });
    }

    ObjectProperty<Protocol> protocol() {
        return protocol;
    }

    ObjectProperty<Place> place() {
        return place;
    }

    /** The WSL distribution's name; empty for the default one. */
    StringProperty distro() {
        return distro;
    }

    /** Whether the distribution is to be started and kept running; counts only in WSL. */
    BooleanProperty startWsl() {
        return startWsl;
    }

    /** The server's own port, or its ports. */
    Field<PortRange> ports() {
        return ports;
    }

    /** The other device's name or address; counts only where the server is on one. */
    Field<Target> host() {
        return host;
    }

    /** What to say of the other device's name; nothing while the server is elsewhere. */
    ObservableValue<Optional<Sentence>> hostComplaint() {
        return hostComplaint;
    }

    ObjectBinding<Reading<Server>> server() {
        return server;
    }
}
