package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Lifetime;
import app.naru.forward.Port;
import app.naru.router.Found;
import app.naru.server.ListenerReader;
import app.naru.server.SampleServer;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Forwards that really relay, from 127.0.0.5 to a real server on 127.0.0.1. */
final class LoopbackForwards implements AutoCloseable {

    static final String HERE = "127.0.0.5";

    Settings settings;
    Forwards forwards;
    SavedForwards saved;
    ListenerReader listeners = List::of;
    private final Path folder;
    private final SampleServer server = SampleServer.start(0, visitor -> "<h1>it works</h1>");

    LoopbackForwards(Path folder) throws IOException {
        this.folder = folder;
        restart();
    }

    /** Starts again with what is kept in the folder. */
    void restart() throws IOException {
        settings = new Settings(new SettingsFolder(folder), Clock.systemUTC());
        Journal journal =
                Journal.open(
                        folder.resolve("journal"), "naru-" + System.nanoTime(), Clock.systemUTC());
        forwards =
                new Forwards(
                        journal,
                        Optional.empty(),
                        () -> listeners.read(),
                        progress -> new Found(List.of()),
                        Optional.empty(),
                        () -> settings.preferences().limits(),
                        Situations.linux(),
                        Clock.systemUTC());
        saved = new SavedForwards(settings, forwards, Clock.systemUTC());
    }

    Forward forward(int port) {
        return forward(port, "always");
    }

    Forward forward(int port, String lifetime) {
        Forward base =
                Situations.forward(
                        String.valueOf(port), server.port().toString(), "127.0.0.0/8", HERE);
        return new Forward(
                base.id(),
                base.name(),
                base.protocol(),
                base.ports(),
                base.listen(),
                base.target(),
                base.audience(),
                Lifetime.parse(lifetime),
                base.profiles(),
                base.description());
    }

    static String fetch(Forward forward) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + HERE + ":" + port(forward) + "/");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    static boolean connects(Forward forward) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HERE, port(forward).number()), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Port port(Forward forward) {
        return forward.ports().first();
    }

    @Override
    public void close() throws IOException {
        forwards.close();
        server.close();
    }
}
