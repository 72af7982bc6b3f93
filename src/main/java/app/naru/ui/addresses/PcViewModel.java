package app.naru.ui.addresses;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.ui.Addresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The addresses of this PC in rows. */
final class PcViewModel {

    private PcViewModel() {}

    /**
     * An address, or why there is none.
     *
     * @param copy what is copied; empty where there is nothing to copy
     */
    record Row(Sentence name, Sentence value, Optional<String> copy) {

        private static Row of(Sentence name, InetAddress address) {
            String text = Address.text(address);
            return new Row(name, Sentence.of("addresses.is", text), Optional.of(text));
        }
    }

    static List<Row> rows(Situation situation) {
        List<Row> rows = new ArrayList<>();
        switch (situation.network()) {
            case Fact.Known<Network>(Network network) -> rows.addAll(rows(network));
            case Fact.Pending<Network> pending -> rows.add(none(Sentence.of("path.looking")));
            case Fact.Unknown<Network> unknown ->
                    rows.add(none(Sentence.of("addresses.unknown", unknown.reason())));
        }
        Addresses.wsl(situation)
                .ifPresent(value ->
                        rows.add(
                                new Row(
                                        Sentence.of("addresses.wsl"),
                                        value,
                                        situation.wslAddress().map(Address::text))));
        return List.copyOf(rows);
    }

    /**
     * An IPv6 address of the link alone leads nowhere without the name of the other's interface.
     */
    private static boolean isOfUse(InetAddress address) {
        return !(address instanceof Inet6Address && address.isLinkLocalAddress());
    }

    private static Row none(Sentence why) {
        return new Row(Sentence.of("addresses.internal"), why, Optional.empty());
    }

    private static List<Row> rows(Network network) {
        List<Row> rows = new ArrayList<>();
        for (NetInterface each : network.interfaces()) {
            if (each.reachesDevices()) {
                each.addresses().stream()
                        .map(NetInterface.Assigned::address)
                        .filter(PcViewModel::isOfUse)
                        // people pass on the first, and IPv4 is what they can type
                        .sorted(Comparator.comparing(address -> address instanceof Inet6Address))
                        .forEach(address ->
                                rows.add(
                                        Row.of(Sentence.of("addresses.on", each.name()), address)));
            }
        }
        if (rows.isEmpty()) {
            rows.add(none(Sentence.of("addresses.none")));
        }
        network.lanGateway()
                .map(Gateway::address)
                .ifPresent(router -> rows.add(Row.of(Sentence.of("addresses.router"), router)));
        return rows;
    }
}
