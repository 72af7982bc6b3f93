package app.naru.ui.wizard;

import app.naru.forward.Port;
import app.naru.server.SampleServer;
import app.naru.text.SamplePage;
import app.naru.text.Texts;
import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves Naru's own page to try with, from the first use until Naru ends. */
public final class SampleHost implements AutoCloseable {

    /** Chosen first, so that a forward to the page still leads there after a restart. */
    private static final int USUAL_PORT = 8765;

    private final Supplier<Texts> texts;
    private Optional<SampleServer> server = Optional.empty();

    /**
     * @param texts the language at the time of a visit
     */
    public SampleHost(Supplier<Texts> texts) {
        this.texts = texts;
    }

    /**
     * Serves the page, unless it is being served.
     *
     * @return its port on this PC's loopback address
     * @throws IOException if it can't be served
     */
    public synchronized Port start() throws IOException {
        if (server.isEmpty()) {
            server = Optional.of(serve());
        }
        return server.get().port();
    }

    private SampleServer serve() throws IOException {
        try {
            return serve(USUAL_PORT);
        } catch (BindException taken) {
            return serve(0);
        }
    }

    private SampleServer serve(int port) throws IOException {
        return SampleServer.start(port, visitor -> new SamplePage(texts.get()).html());
    }

    @Override
    public synchronized void close() {
        server.ifPresent(SampleServer::close);
        server = Optional.empty();
    }
}
