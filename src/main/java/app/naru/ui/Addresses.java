package app.naru.ui;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.net.InetAddress;
import java.util.Optional;

/** This PC's addresses in words: each is known, being looked for, or unknown for a reason. */
public final class Addresses {

    private Addresses() {}

    /** Returns the address that others on this network use. */
    public static Sentence internal(Situation situation) {
        return switch (situation.network()) {
            case Fact.Known<Network>(Network network) ->
                    network.internalAddress()
                            .map(address -> Sentence.of("addresses.is", Address.text(address)))
                            .orElseGet(() -> Sentence.of("addresses.none"));
            case Fact.Pending<Network> pending -> Sentence.of("path.looking");
            case Fact.Unknown<Network> unknown ->
                    Sentence.of("addresses.unknown", unknown.reason());
        };
    }

    /** Returns the address by which the Internet knows this home. */
    public static Sentence external(Situation situation) {
        return switch (situation.publicAddress()) {
            case Fact.Known<InetAddress>(InetAddress address) ->
                    Sentence.of("addresses.is", Address.text(address));
            case Fact.Pending<InetAddress> pending -> Sentence.of("path.looking");
            case Fact.Unknown<InetAddress> unknown ->
                    Sentence.of("addresses.unknown", unknown.reason());
        };
    }

    /** Returns the same without its reason, for a place with little room. */
    public static Sentence inShort(Sentence said) {
        return said.key().equals("addresses.unknown")
                ? Sentence.of("addresses.unknown.short")
                : said;
    }

    /** Returns the address of WSL; empty on a system that has no such thing. */
    public static Optional<Sentence> wsl(Situation situation) {
        if (situation.system() != Situation.OperatingSystem.WINDOWS) {
            return Optional.empty();
        }
        return Optional.of(
                switch (situation.wsl()) {
                    case Fact.Known<Wsl>(Wsl wsl) -> wsl(situation, wsl);
                    case Fact.Pending<Wsl> pending -> Sentence.of("path.looking");
                    case Fact.Unknown<Wsl> unknown ->
                            Sentence.of("addresses.unknown", unknown.reason());
                });
    }

    private static Sentence wsl(Situation situation, Wsl wsl) {
        if (!wsl.installed()) {
            return Sentence.of("addresses.wsl.notInstalled");
        }
        NetworkingMode mode = situation.wslMode().orElse(wsl.mode());
        if (mode == NetworkingMode.MIRRORED) {
            return Sentence.of("addresses.wsl.mirrored");
        }
        if (!wsl.running()) {
            return Sentence.of("addresses.wsl.notRunning");
        }
        return situation
                .wslAddress()
                .filter(address -> mode == NetworkingMode.NAT)
                .map(address -> Sentence.of("addresses.is", Address.text(address)))
                .orElseGet(() -> Sentence.of("addresses.wsl.localhost"));
    }
}
