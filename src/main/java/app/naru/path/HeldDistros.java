package app.naru.path;

import app.naru.forward.Sentence;
import app.naru.wsl.WslProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The distributions of WSL that this process keeps running; several forwards may want one. */
final class HeldDistros implements AutoCloseable {

    /** The first start after a restart of Windows, on a slow disk. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Optional<WslProgram> program;
    private final Map<String, Holding> held = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** A distribution and how many forwards want it. */
    private record Holding(WslProgram.Held held, int wanted) {
        Holding wantedBy(int others) {
            return new Holding(held, others);
        }
    }

    /**
     * @param program empty on a system that has no WSL
     */
    HeldDistros(Optional<WslProgram> program) {
        this.program = program;
    }

    /** Starts the distribution if need be and holds on to it. Blocks while it boots. */
    synchronized Outcome hold(String distro) {
        if (program.isEmpty()) {
            return new Outcome.NotHere(Sentence.of("survey.wsl.notHere"));
        }
        Holding before = held.get(distro);
        if (before != null && before.held().alive()) {
            held.put(distro, before.wantedBy(before.wanted() + 1));
            return new Outcome.AlreadySo();
        }
        try {
            int others = before == null ? 0 : before.wanted();
            held.put(distro, new Holding(program.get().hold(distro, LIMIT), others + 1));
            return new Outcome.Done();
        } catch (IOException e) {
            return failed(distro, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(distro, "-");
        }
    }

    private static Outcome failed(String distro, String why) {
        return new Outcome.Failed(Sentence.of("path.wsl.notStarted", distro, why));
    }

    /** Lets go of the distribution, unless another forward wants it. */
    synchronized Outcome letGo(String distro) {
        Holding holding = held.remove(distro);
        if (holding == null) {
            return new Outcome.AlreadySo();
        }
        if (holding.wanted() > 1) {
            held.put(distro, holding.wantedBy(holding.wanted() - 1));
        } else {
            holding.held().close();
        }
        return new Outcome.Done();
    }

    @Override
    public synchronized void close() {
        held.values().forEach(each -> each.held().close());
        held.clear();
    }
}
