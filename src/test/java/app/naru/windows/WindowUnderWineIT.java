package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on a Windows Java; its picture is kept in {@code target/screenshots}. */
final class WindowUnderWineIT {

    /** The blue of the theme's light look, as the wizard's step and its button have it. */
    private static final int ACCENT = 0x0969da;

    @TempDir private Path home;

    @Test
    void showsTheWizardsFirstPage() throws Exception {
        Path picture = Path.of("target", "screenshots", "windows-wizard-ko.png").toAbsolutePath();
        Files.createDirectories(picture.getParent());
        Files.deleteIfExists(picture);
        Path lib = Path.of(System.getProperty("naru.program", "target/naru")).resolve("lib");
        String jars = Wine.windowsPath(lib);

        Wine wine =
                Wine.lab()
                        .with("NARU_HOME", Wine.windowsPath(home))
                        .with("NARU_WINE_COLOUR", "#%06X".formatted(ACCENT));
        wine.script("stop");
        Wine.Ended ended =
                wine.script(
                        "screenshot",
                        picture.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=ko",
                        "--module-path",
                        jars + "\\windows",
                        "--add-modules",
                        "javafx.controls,javafx.fxml",
                        "-cp",
                        jars + "\\*",
                        "app.naru.Main",
                        "wizard");

        assertThat(ended.code()).as(ended.output()).isZero();
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(
                        IntStream.range(0, image.getWidth() * image.getHeight())
                                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                                .filter(colour -> (colour & 0xffffff) == ACCENT)
                                .count())
                .isGreaterThan(200);
    }
}
