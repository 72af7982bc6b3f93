package app.naru;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** An X server of a test's own, with fluxbox where windows are to get keys: what a person sees. */
public final class Screen implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Process> started = new ArrayList<>();
    private final String display;

    private Screen(String display, Process server) {
        this.display = display;
        started.add(server);
    }

    /** Opens it, or ends the test as skipped where a program for it is missing. */
    public static Screen open() throws IOException {
        for (String tool : List.of("Xvfb", "fluxbox", "xdotool", "import")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", tool)), tool + " is not installed");
        }
        Process server =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "1280x880x24",
                                "-nolisten",
                                "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new Screen(":" + server.inputReader().readLine(), server);
    }

    /**
     * Starts fluxbox.
     *
     * @param home where it looks for its settings
     */
    public void manageWindows(Path home) throws IOException {
        Path look = Files.createDirectories(home.resolve(".fluxbox")).resolve("overlay");
        Files.writeString(look, "background: none\n");
        ProcessBuilder fluxbox = in("fluxbox");
        fluxbox.environment().put("HOME", home.toString());
        started.add(
                fluxbox.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Returns the display's name, as DISPLAY has it. */
    public String display() {
        return display;
    }

    /**
     * Returns how many windows are to be seen.
     *
     * @param title a regular expression
     */
    public int windows(String title) throws IOException, InterruptedException {
        return (int) run("xdotool", "search", "--onlyvisible", "--name", title).lines().count();
    }

    /** Gives the keyboard to the window with that title. */
    public void activate(String title) throws IOException, InterruptedException {
        run("xdotool", "search", "--onlyvisible", "--name", title, "windowactivate", "--sync");
    }

    /** Presses a key, as xdotool names it. */
    public void key(String key) throws IOException, InterruptedException {
        run("xdotool", "key", "--clearmodifiers", key);
    }

    /** Returns what is to be seen now. */
    public BufferedImage picture() throws IOException, InterruptedException {
        byte[] png = bytes("import", "-silent", "-window", "root", "png:-");
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** Keeps what is to be seen now in {@code target/screenshots}. */
    public void keep(String name) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(picture(), "png", folder.resolve(name + ".png").toFile());
    }

    /** Returns how many points have that colour, as 0xRRGGBB. */
    public long pixels(int colour) throws IOException, InterruptedException {
        BufferedImage image = picture();
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .filter(each -> (each & 0xffffff) == colour)
                .count();
    }

    /** Awaits another picture than before that stands still, and returns it. */
    public BufferedImage awaitOther(BufferedImage before) {
        BufferedImage[] last = {before};
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    BufferedImage now = picture();
                    boolean still = same(now, last[0]) && !same(now, before);
                    last[0] = now;
                    return still;
                });
        return last[0];
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        int[] pixels = one.getRGB(0, 0, width, height, null, 0, width);
        return Arrays.equals(pixels, other.getRGB(0, 0, width, height, null, 0, width));
    }

    private String run(String... command) throws IOException, InterruptedException {
        return new String(bytes(command));
    }

    private byte[] bytes(String... command) throws IOException, InterruptedException {
        Process process = in(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor();
        return output;
    }

    private ProcessBuilder in(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started.reversed()) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
