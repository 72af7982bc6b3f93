package app.naru.cli;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was started by a test; ends with it. */
final class Started implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final StringBuffer out = new StringBuffer();
    private final StringBuffer err = new StringBuffer();
    private final List<Thread> readers = new ArrayList<>();

    private Started(Process process) {
        this.process = process;
        readers.add(read(process.getInputStream(), out));
        readers.add(read(process.getErrorStream(), err));
    }

    private static Thread read(InputStream stream, StringBuffer into) {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try (BufferedReader reader =
                            new BufferedReader(
                                    new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        reader.lines().forEach(line -> into.append(line).append('\n'));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (UncheckedIOException ended) {
                        // The process was killed while it wrote.
                        into.append('\n');
                    }
                });
    }

    /** Starts the command in the PC's namespace. */
    static Started inLan(String... command) throws IOException {
        return in("lan", command);
    }

    /** Starts the command in that namespace. */
    static Started in(String namespace, String... command) throws IOException {
        return new Started(new ProcessBuilder(Lab.in(namespace, List.of(command))).start());
    }

    /** Starts the command on this PC itself. */
    static Started here(String... command) throws IOException {
        return new Started(new ProcessBuilder(command).start());
    }

    /** Starts Python's server of that folder's files in the PC's namespace. */
    static Started files(Path folder, String address, int port) throws IOException {
        return inLan(
                "/usr/bin/python3",
                "-m",
                "http.server",
                "--directory",
                folder.toString(),
                "--bind",
                address,
                Integer.toString(port));
    }

    /** Returns the built program's start script. */
    static Path naru() {
        return Path.of(System.getProperty("naru.program", "target/naru"), "bin", "naru")
                .toAbsolutePath();
    }

    /** Starts the built Naru, in English, with settings of its own, in the PC's namespace. */
    static Started naru(Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(naru().toString()));
        command.addAll(List.of(arguments));
        return start(home, Lab.in("lan", command));
    }

    /**
     * Starts the command with Naru's settings in that folder. It takes Ctrl-C even where the tests
     * run in the background of a shell, which has its jobs ignore it.
     */
    static Started start(Path home, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of("env", "--default-signal=INT"));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().put("NARU_HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Started(builder.start());
    }

    long pid() {
        return process.pid();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Waits until the program has written that. */
    void awaitOut(String text) {
        await().atMost(PATIENCE)
                .until(() -> out().contains(text) || !process.isAlive() && readersDone());
        if (!out().contains(text)) {
            throw new AssertionError("ended without \"" + text + "\":\n" + out() + err());
        }
    }

    private boolean readersDone() {
        return readers.stream().noneMatch(Thread::isAlive);
    }

    /** Sends the signal, {@code INT} or {@code KILL}, to this process. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        kill.waitFor();
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs:\n" + out() + err());
        }
        for (Thread reader : readers) {
            reader.join(PATIENCE);
        }
        return process.exitValue();
    }

    /** Ends it if it still runs; nothing of it listens afterwards. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
