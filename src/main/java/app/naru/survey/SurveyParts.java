package app.naru.survey;

import app.naru.forward.Sentence;
import app.naru.server.ListenerReader;
import app.naru.wsl.WslReader;
import java.net.InetAddress;
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
     */
    public static List<Collector<?>> of(
            NetworkReader network, ListenerReader listeners, Optional<WslReader> wsl) {
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
                new Collector<InetAddress>(
                        "publicAddress",
                        LIMIT,
                        () -> unknown("survey.publicAddress.notYet"),
                        Situation::withPublicAddress));
    }

    private static <T> Fact<T> unknown(String key) {
        return new Fact.Unknown<>(Sentence.of(key));
    }
}
