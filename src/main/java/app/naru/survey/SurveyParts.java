package app.naru.survey;

import app.naru.forward.Sentence;
import app.naru.internet.AddressQuery;
import app.naru.internet.OutsideView;
import app.naru.internet.OutsideView.View;
import app.naru.internet.PublicAddresses;
import app.naru.server.ListenerReader;
import app.naru.wsl.WslReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts that every survey has. */
public final class SurveyParts {

    /**
     * What answers at all answers within some tens of milliseconds, and a whole survey within a
     * second. A PC that has just been started, with cold disks, is given more: what is late is
     * worth more than what is unknown.
     */
    static final Duration LIMIT = Duration.ofSeconds(4);

    private SurveyParts() {}

    /**
     * Returns the collectors of the network, of the listeners, of WSL and of the public address.
     *
     * @param wsl empty on a system that has no WSL
     * @param outside is asked only when that is wanted
     */
    public static List<Collector<?>> of(
            NetworkReader network,
            ListenerReader listeners,
            Optional<WslReader> wsl,
            OutsideView outside) {
        return List.of(
                new Collector<>(
                        "network",
                        LIMIT,
                        () -> new Fact.Known<>(network.read()),
                        Situation::withNetwork),
                new Collector<>(
                        "listeners",
                        LIMIT,
                        () -> new Fact.Known<>(listeners.read()),
                        Situation::withListeners),
                new Collector<>(
                        "wsl",
                        LIMIT,
                        () ->
                                wsl.isPresent()
                                        ? new Fact.Known<>(wsl.get().read())
                                        : unknown("survey.wsl.notHere"),
                        Situation::withWsl),
                new Collector<>(
                        "publicAddress",
                        LIMIT.plus(AddressQuery.LIMIT),
                        () -> fact(outside.look()),
                        Situation::withOutside));
    }

    private static Fact<PublicAddresses> fact(OutsideView.View view) {
        return switch (view) {
            case View.NotWanted notWanted -> unknown("survey.publicAddress.notYet");
            case View.SwitchedOff off -> unknown("internet.off");
            case View.Unusable(Sentence why) -> new Fact.Unknown<>(why);
            case View.Looked(PublicAddresses addresses) -> new Fact.Known<>(addresses);
        };
    }

    private static <T> Fact<T> unknown(String key) {
        return new Fact.Unknown<>(Sentence.of(key));
    }
}
