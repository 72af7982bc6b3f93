package app.naru.windows;

import app.naru.wsl.WslOutput;
import app.naru.wsl.WslProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@code cat} in a distribution that waits for input which never comes. It ends with Naru,
 * however Naru ends: the pipe that it reads from is closed then.
 */
final class HeldDistro implements WslProgram.Held {

    /** What comes back shows that the distribution runs. */
    private static final String CALL = "naru\n";

    /** More than {@code wsl.exe} says of an error. */
    private static final int MOST_OUTPUT = 8 * 1024;

    private final Process process;

    private HeldDistro(Process process) {
        this.process = process;
    }

    /**
     * Waits until the distribution answers.
     *
     * @throws IOException if it does not within the limit; the process is ended then
     */
    static HeldDistro of(Process process, Duration limit) throws IOException, InterruptedException {
        boolean held = false;
        try {
            CompletableFuture<byte[]> answer = answer(process.getInputStream());
            call(process);
            byte[] said = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!CALL.equals(new String(said, StandardCharsets.UTF_8))) {
                throw refusal(process, said);
            }
            held = true;
            return new HeldDistro(process);
        } catch (TimeoutException late) {
            throw new IOException(
                    "the distribution did not start within " + limit.toSeconds() + " s", late);
        } catch (ExecutionException e) {
            throw new IOException("what wsl.exe wrote can't be read", e);
        } finally {
            if (!held) {
                BoundedRun.end(process);
            }
        }
    }

    private static void call(Process process) {
        try {
            process.getOutputStream().write(CALL.getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException ended) {
            // what it has written says why
        }
    }

    private static IOException refusal(Process process, byte[] said) throws InterruptedException {
        boolean ended = process.waitFor(1, TimeUnit.SECONDS);
        try {
            String text = new WslOutput(ended ? process.exitValue() : 0, said).own();
            return new IOException("wsl.exe: " + text.strip());
        } catch (WslOutput.WslRefused refused) {
            return refused;
        }
    }

    /** Returns what comes until the call has come back, or all there is. */
    private static CompletableFuture<byte[]> answer(InputStream output) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("wsl-held")
                .start(() -> {
                    ByteArrayOutputStream said = new ByteArrayOutputStream();
                    byte[] call = CALL.getBytes(StandardCharsets.US_ASCII);
                    try {
                        for (int each = output.read();
                                each >= 0 && said.size() < MOST_OUTPUT;
                                each = output.read()) {
                            said.write(each);
                            if (Arrays.equals(call, said.toByteArray())) {
                                break;
                            }
                        }
                        answer.complete(said.toByteArray());
                    } catch (IOException e) {
                        answer.completeExceptionally(e);
                    }
                });
        return answer;
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // it has ended by itself
        }
        BoundedRun.end(process);
    }
}
