package app.naru.windows;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program with no input, for no longer than a limit, and reads no more than a limit. */
final class BoundedRun {

    /** A program's end and the end of its output are one moment, but two events. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /**
     * How it ended.
     *
     * @param output its standard output
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ended(int code, byte[] output) {}

    private BoundedRun() {}

    /**
     * Runs the program and waits for its end; it is ended where it breaks a limit.
     *
     * @param name what messages call it
     * @param mostOutput bytes
     * @throws IOException if it can't be started or breaks a limit
     */
    static Ended of(ProcessBuilder program, String name, Duration limit, int mostOutput)
            throws IOException, InterruptedException {
        Process process =
                program.redirectInput(new File("NUL"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        CompletableFuture<byte[]> output = reading(process.getInputStream(), mostOutput);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " did not end within " + limit.toMillis() + " ms");
            }
            byte[] bytes = output.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            if (bytes.length > mostOutput) {
                throw new IOException(name + " wrote more than " + mostOutput + " bytes");
            }
            return new Ended(process.exitValue(), bytes);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("what " + name + " wrote can't be read", e);
        } finally {
            end(process);
        }
    }

    private static CompletableFuture<byte[]> reading(InputStream output, int mostOutput) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("program-output")
                .start(() -> {
                    try {
                        read.complete(output.readNBytes(mostOutput + 1));
                        // a full pipe would hold it up; its time limit ends it
                        output.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        read.completeExceptionally(e);
                    }
                });
        return read;
    }

    /** Ends the program and what it has started: Windows' wsl.exe starts the Store's. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
