package app.naru.ui.learn;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.Sentence;
import app.naru.survey.Gateway;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The addresses that the pages name: this PC's own, or an example where one is not known. */
record Here(Known internal, Known external, Known router, Known wsl, Sentence behindCgnat) {

    /**
     * An address as it is shown.
     *
     * @param real whether it is this PC's own and no example
     */
    record Known(String text, boolean real) {

        private static Known of(Optional<InetAddress> address, String example) {
            return address.map(found -> new Known(Address.text(found), true))
                    .orElseGet(() -> new Known(example, false));
        }

        /** Returns it for people: an example says that it is one. */
        Sentence sentence() {
            return Sentence.of(real ? "addresses.is" : "learn.example", text);
        }
    }

    static Here of(Situation situation) {
        Optional<Network> network = situation.network().known();
        return new Here(
                Known.of(network.flatMap(Network::internalAddress), "192.168.0.7"),
                // RFC 5737 keeps this network for examples.
                Known.of(situation.publicAddress().known(), "203.0.113.5"),
                Known.of(network.flatMap(Network::lanGateway).map(Gateway::address), "192.168.0.1"),
                Known.of(situation.wslAddress(), "172.20.0.2"),
                behindCgnat(situation));
    }

    /** The router's own address, which decides where this PC can't tell, is asked for elsewhere. */
    private static Sentence behindCgnat(Situation situation) {
        Sentence page = Sentence.of("addresses.page");
        List<InetAddress> own =
                situation.network().known().stream().flatMap(Network::addresses).toList();
        Optional<InetAddress> shared =
                own.stream()
                        .filter(each -> AddressKind.of(Optional.of(each)) == AddressKind.CARRIER)
                        .findFirst();
        if (shared.isPresent()) {
            return Sentence.of("learn.nat.me.yes", Address.text(shared.get()));
        }
        return situation
                .publicAddress()
                .known()
                .map(seen ->
                        own.contains(seen)
                                ? Sentence.of("learn.nat.me.no", Address.text(seen))
                                : Sentence.of("learn.nat.me.compare", Address.text(seen), page))
                .orElseGet(() -> Sentence.of("learn.nat.me.unknown", page));
    }
}
