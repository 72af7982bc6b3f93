package app.naru.ui.wizard;

import app.naru.forward.Address;
import app.naru.forward.Listen;
import app.naru.forward.Sentence;
import app.naru.path.HopView;
import app.naru.server.LocalServer;
import app.naru.server.Program;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.Wsl;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;

/** The second page: which addresses this PC has, and at which of them others find the server. */
final class AddressesViewModel {

    /**
     * An address and what it is for.
     *
     * @param value the address; empty where there is none or it is not known
     */
    record Explained(Optional<String> value, Sentence sentence) {}

    /** An address to listen on and the interface that has it. */
    record Choice(String address, String interfaceName) {

        /** Returns both, for people. */
        @Override
        public String toString() {
            return interfaceName.isEmpty() ? address : address + " (" + interfaceName + ")";
        }
    }

    private final Draft draft;
    private final ObjectBinding<Explained> internal;
    private final ObjectBinding<Explained> external;
    private final ObjectBinding<Explained> wsl;
    private final ObjectBinding<List<Choice>> choices;
    private final ObjectBinding<Optional<Sentence>> portNote;
    private final ObjectBinding<List<HopView>> hops;
    private List<HopView> lastHops = List.of();

    AddressesViewModel(Draft draft) {
        this.draft = draft;
        internal = Bindings.createObjectBinding(this::readInternal, draft.situation());
        external = Bindings.createObjectBinding(this::readExternal, draft.situation());
        wsl = Bindings.createObjectBinding(this::readWsl, draft.situation());
        choices = Bindings.createObjectBinding(this::readChoices, draft.situation());
        portNote =
                Bindings.createObjectBinding(
                        this::readPortNote,
                        draft.servers(),
                        draft.situation(),
                        draft.server().protocol(),
                        draft.server().server(),
                        draft.listen().door());
        hops = Bindings.createObjectBinding(this::readHops, draft.reading(), draft.situation());
    }

    private Explained readInternal() {
        return switch (draft.situation().get().network()) {
            case Fact.Pending<Network> pending -> nothing(Sentence.of("path.looking"));
            case Fact.Unknown<Network> unknown -> nothing(unknown.reason());
            case Fact.Known<Network>(Network network) ->
                    network.internalAddress()
                            .map(address -> internal(network, address))
                            .orElseGet(() -> nothing(Sentence.of("path.relay.noAddress")));
        };
    }

    private static Explained internal(Network network, InetAddress address) {
        String name = network.owner(address).map(NetInterface::name).orElse("");
        return new Explained(
                Optional.of(Address.text(address)),
                Sentence.of("wizard.addresses.internal.text", name));
    }

    private Explained readExternal() {
        return switch (draft.situation().get().publicAddress()) {
            case Fact.Pending<InetAddress> pending ->
                    nothing(
                            Sentence.of(
                                    "wizard.addresses.external.unknown",
                                    Sentence.of("path.looking")));
            case Fact.Unknown<InetAddress> unknown ->
                    nothing(Sentence.of("wizard.addresses.external.unknown", unknown.reason()));
            case Fact.Known<InetAddress>(InetAddress address) ->
                    new Explained(
                            Optional.of(Address.text(address)),
                            Sentence.of("wizard.addresses.external.text"));
        };
    }

    /** Whether WSL is worth a line: on a PC that has none it would only be one more riddle. */
    ObservableValue<Boolean> wslHere() {
        return draft.situation().map(now -> now.wsl().known().map(Wsl::installed).orElse(false));
    }

    private Explained readWsl() {
        return switch (draft.situation().get().wsl()) {
            case Fact.Pending<Wsl> pending -> nothing(Sentence.of("path.looking"));
            case Fact.Unknown<Wsl> unknown -> nothing(unknown.reason());
            case Fact.Known<Wsl>(Wsl known) when !known.installed() ->
                    nothing(Sentence.of("path.wsl.none"));
            case Fact.Known<Wsl>(Wsl known) -> wsl(draft.situation().get(), known);
        };
    }

    private static Explained wsl(Situation situation, Wsl wsl) {
        return switch (situation.wslMode().orElse(wsl.mode())) {
            case MIRRORED, BRIDGED -> nothing(Sentence.of("wizard.addresses.wsl.mirrored"));
            case NONE -> nothing(Sentence.of("path.wsl.noNetwork"));
            case CONSOMME -> nothing(Sentence.of("wizard.addresses.wsl.localhost"));
            case NAT ->
                    situation
                            .wslAddress()
                            .map(address ->
                                    new Explained(
                                            Optional.of(Address.text(address)),
                                            Sentence.of(
                                                    wsl.running()
                                                            ? "wizard.addresses.wsl.text"
                                                            : "wizard.addresses.wsl.last")))
                            .orElseGet(
                                    () -> nothing(Sentence.of("wizard.addresses.wsl.localhost")));
        };
    }

    private static Explained nothing(Sentence why) {
        return new Explained(Optional.empty(), why);
    }

    private List<Choice> readChoices() {
        return draft.situation().get().network().known().stream()
                .flatMap(network ->
                        network.lanAddresses().stream()
                                .map(address ->
                                        new Choice(
                                                Address.text(address),
                                                network.owner(address)
                                                        .map(NetInterface::name)
                                                        .orElse(""))))
                .toList();
    }

    /** Who holds that port where the relay would listen, unless it is the server itself. */
    private Optional<Sentence> readPortNote() {
        Optional<ListenDraft.Door> door = draft.listen().door().get().good();
        return door.flatMap(wanted ->
                draft.servers().get().stream()
                        .filter(each -> !isServer(each) && !isNaru(each))
                        .filter(each -> each.protocol() == draft.server().protocol().get())
                        .filter(each -> wanted.ports().contains(each.port()))
                        .filter(each ->
                                addresses(wanted.listen()).stream()
                                        .anyMatch(address -> holds(each, address)))
                        .findFirst()
                        .map(AddressesViewModel::taken));
    }

    private static Sentence taken(LocalServer by) {
        return by.program()
                .map(Program::name)
                .map(name -> Sentence.of("path.relay.takenBy", by.port(), name))
                .orElseGet(() -> Sentence.of("path.relay.taken", by.port()));
    }

    private boolean isServer(LocalServer each) {
        return SuggestedName.chosen(draft.server(), draft.servers().get())
                .filter(each::equals)
                .isPresent();
    }

    private boolean isNaru(LocalServer each) {
        long own = draft.situation().get().ownPid();
        return each.program().map(Program::pid).filter(pid -> pid == own).isPresent();
    }

    private static boolean holds(LocalServer server, InetAddress address) {
        return server.addresses().stream()
                .anyMatch(bound -> bound.isAnyLocalAddress() || bound.equals(address));
    }

    private List<InetAddress> addresses(Listen listen) {
        return switch (listen) {
            case Listen.At(InetAddress address) -> List.of(address);
            case Listen.LanAddresses lan ->
                    draft.situation().get().network().known().stream()
                            .flatMap(network -> network.lanAddresses().stream())
                            .toList();
        };
    }

    /** While an entry is wrong, the picture stays as it was. */
    private List<HopView> readHops() {
        lastHops = draft.hops().orElse(lastHops);
        return lastHops;
    }

    Draft draft() {
        return draft;
    }

    /** The address that others on this network use. */
    ObjectBinding<Explained> internal() {
        return internal;
    }

    /** The address that the Internet knows this home by. */
    ObjectBinding<Explained> external() {
        return external;
    }

    /** The address of WSL behind this PC. */
    ObjectBinding<Explained> wsl() {
        return wsl;
    }

    /** This PC's addresses on local networks. */
    ObjectBinding<List<Choice>> choices() {
        return choices;
    }

    /** Whose the chosen port is where it is taken. */
    ObjectBinding<Optional<Sentence>> portNote() {
        return portNote;
    }

    /** The path as it stands. */
    ObjectBinding<List<HopView>> hops() {
        return hops;
    }
}
