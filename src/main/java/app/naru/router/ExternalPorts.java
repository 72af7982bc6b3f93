package app.naru.router;

import app.naru.forward.Port;
import java.util.List;
import java.util.stream.IntStream;

/** Which port to ask for when the wanted one is taken. */
final class ExternalPorts {

    private static final int STEP = 10_000;
    private static final int LOWEST = 1024;
    private static final int TRIES = 5;

    private ExternalPorts() {}

    /**
     * Returns the ports to try instead, in this order: 18000, 28000 … for 8000. Always the same
     * ones, so that a link stays right the next time; none below 1024, which many routers refuse.
     */
    static List<Port> insteadOf(Port wanted) {
        return IntStream.rangeClosed(1, TRIES)
                .map(step -> wanted.number() + step * STEP)
                .map(port -> port > Port.MAX ? port - (Port.MAX + 1 - LOWEST) : port)
                .mapToObj(Port::new)
                .toList();
    }
}
