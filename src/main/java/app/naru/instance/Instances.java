package app.naru.instance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Naru processes of this user. They find each other by files in one folder and talk over
 * loopback TCP: Unix domain sockets are not to be had on every Windows.
 */
public final class Instances {

    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(3);

    /** Closing may wait for the user's word to Windows, twice. */
    private static final Duration CLOSE = Duration.ofSeconds(90);

    private final Path folder;

    /**
     * @param folder the folder that the processes of one set of settings share; made when a process
     *     publishes itself
     */
    public Instances(Path folder) {
        this.folder = folder;
    }

    /** Lets other processes find this one and ask it, until the result is closed. */
    public Published publish(Resident resident) throws IOException {
        return Published.open(resident, Entry.create(folder));
    }

    /**
     * Returns the processes that run and answer, this one too if it is published. Removes what
     * processes left that have ended.
     */
    public List<Running> running() throws IOException {
        List<Running> running = new ArrayList<>();
        for (Wire.Address each : addresses()) {
            ask(each, Wire.Ask.FORWARDS, Optional.empty(), LOOK)
                    .map(answer -> new Running(each.pid(), answer.hasWindow(), answer.forwards()))
                    .ifPresent(running::add);
        }
        return running;
    }

    /**
     * Asks every process to close its forward of that name or id, and waits for it.
     *
     * @return the processes that had it and have closed it
     */
    public List<Long> close(String nameOrId) throws IOException {
        List<Long> closed = new ArrayList<>();
        for (Wire.Address each : addresses()) {
            boolean done =
                    ask(each, Wire.Ask.CLOSE, Optional.of(nameOrId), CLOSE)
                            .map(Wire.Answer::done)
                            .orElse(false);
            if (done) {
                closed.add(each.pid());
            }
        }
        return closed;
    }

    /** Returns whether another process had a window, and brought it to the front. */
    public boolean showWindow() throws IOException {
        for (Wire.Address each : addresses()) {
            boolean shown =
                    each.hasWindow()
                            && ask(each, Wire.Ask.SHOW, Optional.empty(), LOOK)
                                    .map(Wire.Answer::done)
                                    .orElse(false);
            if (shown) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the right to have a window, which one process has at a time; of two that start at once,
     * one gets it. It ends with the result, or with the process.
     *
     * @return empty if another process has it
     */
    public Optional<HeldLock> becomeWindow() throws IOException {
        Files.createDirectories(folder);
        return HeldLock.tryHold(folder.resolve("window.lock"));
    }

    private List<Wire.Address> addresses() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(each -> each.toString().endsWith(".json")).sorted().toList();
        } catch (NoSuchFileException nobodyYet) {
            return List.of();
        }
        List<Wire.Address> addresses = new ArrayList<>();
        for (Path file : files) {
            try {
                Entry.read(file).ifPresent(addresses::add);
            } catch (IOException e) {
                LOG.warn("A running process could not be found: {}", e.getMessage());
            }
        }
        return addresses;
    }

    private static Optional<Wire.Answer> ask(
            Wire.Address other, Wire.Ask what, Optional<String> name, Duration patience) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), other.port()),
                    (int) CONNECT.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            Wire.send(socket.getOutputStream(), new Wire.Question(other.token(), what, name));
            return Optional.of(
                    Wire.receive(
                            new BufferedInputStream(socket.getInputStream()),
                            Wire.Answer.class,
                            Wire.LONGEST_ANSWER));
        } catch (ConnectException justEnded) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Process {} does not answer: {}", other.pid(), e.getMessage());
            return Optional.empty();
        }
    }
}
