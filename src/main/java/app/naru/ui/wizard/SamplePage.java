package app.naru.ui.wizard;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.server.SampleServer;
import app.naru.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/** Naru's own page to try with, served from the first use until Naru ends. */
public final class SamplePage implements AutoCloseable {

    /** Chosen first, so that a forward to the page still leads there after a restart. */
    private static final int USUAL_PORT = 8765;

    private final Supplier<Texts> texts;
    private Optional<SampleServer> server = Optional.empty();

    /**
     * @param texts the language at the time of a visit
     */
    public SamplePage(Supplier<Texts> texts) {
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
            return SampleServer.start(USUAL_PORT, this::page);
        } catch (java.net.BindException taken) {
            return SampleServer.start(0, this::page);
        }
    }

    private String page(InetAddress visitor) {
        Texts now = texts.get();
        return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title></head>
        <body style="font-family: sans-serif; margin: 3em auto; max-width: 30em; padding: 0 1em">
        <h1>%s</h1><p>%s</p></body></html>
        """
                .formatted(
                        now.language().getLanguage(),
                        now.say("wizard.sample.title"),
                        now.say("wizard.sample.title"),
                        now.say("wizard.sample.text", Address.text(visitor)));
    }

    @Override
    public synchronized void close() {
        server.ifPresent(SampleServer::close);
        server = Optional.empty();
    }
}
