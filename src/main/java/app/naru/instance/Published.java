package app.naru.instance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as others find it: a socket on loopback that answers whoever knows the token. Close
 * it, and nobody finds it any more.
 */
public final class Published implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Published.class);

    /** A question comes at once or not at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int AT_ONCE = 16;

    private final Resident resident;
    private final String token;
    private final ServerSocket socket;
    private final Entry entry;
    private final Semaphore free = new Semaphore(AT_ONCE);

    private Published(Resident resident, String token, ServerSocket socket, Entry entry) {
        this.resident = resident;
        this.token = token;
        this.socket = socket;
        this.entry = entry;
    }

    static Published open(Resident resident, Entry entry) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), AT_ONCE);
            String token = Token.random();
            entry.write(
                    new Wire.Address(
                            ProcessHandle.current().pid(),
                            socket.getLocalPort(),
                            token,
                            resident.hasWindow()));
            Published published = new Published(resident, token, socket, entry);
            Thread.ofPlatform().daemon().name("instance").start(published::accept);
            return published;
        } catch (IOException e) {
            socket.close();
            entry.close();
            throw e;
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (free.tryAcquire()) {
                    Thread.ofVirtual().name("instance-answer").start(() -> serve(client));
                } else {
                    client.close();
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                LOG.debug("A question of another process was lost", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            Wire.Question question =
                    Wire.receive(
                            new BufferedInputStream(client.getInputStream()),
                            Wire.Question.class,
                            Wire.LONGEST_QUESTION);
            if (!isToken(question.token())) {
                LOG.warn("A process that does not know the token asked for {}", question.ask());
                return;
            }
            Wire.send(client.getOutputStream(), answer(question));
        } catch (IOException e) {
            LOG.debug("A question of another process could not be answered", e);
        } finally {
            free.release();
        }
    }

    /** Compares in constant time, so that nobody learns the token piece by piece. */
    private boolean isToken(String said) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    private Wire.Answer answer(Wire.Question question) {
        boolean done =
                switch (question.ask()) {
                    case FORWARDS -> true;
                    case CLOSE -> question.name().map(resident::close).orElse(false);
                    case SHOW -> show();
                };
        List<OpenElsewhere> forwards =
                question.ask() == Wire.Ask.FORWARDS
                        ? resident.forwards().stream().map(OpenElsewhere::of).toList()
                        : List.of();
        return new Wire.Answer(done, resident.hasWindow(), forwards);
    }

    private boolean show() {
        if (resident.hasWindow()) {
            resident.show();
            return true;
        }
        return false;
    }

    /** Stops answering; an answer that is on its way is still sent. */
    @Override
    public void close() {
        try {
            socket.close();
            entry.close();
            boolean allSent = free.tryAcquire(AT_ONCE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!allSent) {
                LOG.debug("An answer to another process was cut off");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
