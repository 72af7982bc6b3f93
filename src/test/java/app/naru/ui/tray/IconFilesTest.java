package app.naru.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.ui.Health;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exported icons are what {@link NaruPicture} draws. After a change of the drawing, run {@code
 * main} to export them anew.
 */
final class IconFilesTest {

    private static final Path FOLDER = Path.of("docs/pictures/icons");
    private static final List<Integer> SIZES = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256);
    private static final Map<String, Health> STATES =
            Map.of("idle", Health.CLOSED, "open", Health.OPEN, "problem", Health.PROBLEM);

    /** Two Java versions draw an edge's shade a little differently; of 255. */
    private static final double DIFFERENT = 2;

    static Stream<Arguments> icons() {
        return STATES.keySet().stream()
                .sorted()
                .flatMap(state -> SIZES.stream().map(size -> Arguments.of(state, size)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("icons")
    void isWhatIsDrawn(String state, int size) throws IOException {
        BufferedImage exported = ImageIO.read(file(state, size).toFile());
        BufferedImage drawn = NaruPicture.draw(size, STATES.get(state));

        assertThat(exported.getWidth()).isEqualTo(size);
        assertThat(exported.getHeight()).isEqualTo(size);
        assertThat(difference(exported, drawn)).isLessThan(DIFFERENT);
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int first = one.getRGB(x, y) >> shift & 0xFF;
                    int second = other.getRGB(x, y) >> shift & 0xFF;
                    sum += Math.abs(first - second);
                }
            }
        }
        return sum / (4.0 * one.getWidth() * one.getHeight());
    }

    private static Path file(String state, int size) {
        return FOLDER.resolve("naru-" + state + "-" + size + ".png");
    }

    public static void main(String[] none) throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, Health> state : STATES.entrySet()) {
            for (int size : SIZES) {
                ImageIO.write(
                        NaruPicture.draw(size, state.getValue()),
                        "png",
                        file(state.getKey(), size).toFile());
            }
        }
    }
}
