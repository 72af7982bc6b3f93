package app.naru.ui.main;

import app.naru.settings.Preferences;
import app.naru.text.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * Takes a picture of every page and dialog in each language and look, at 100 and 150 percent:
 * {@code Screenshots FOLDER}.
 */
final class Screenshots {

    private static final List<Double> SCALES = List.of(1.0, 1.5);

    private final Path folder;
    private final List<String> names = new ArrayList<>();

    private Screenshots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        new Screenshots(Files.createDirectories(Path.of(arguments[0]))).take();
        System.exit(0);
    }

    private void take() throws IOException {
        for (Locale language : Texts.LANGUAGES) {
            for (Preferences.Theme theme :
                    List.of(Preferences.Theme.LIGHT, Preferences.Theme.DARK)) {
                String variant =
                        language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT);
                Path settings = Files.createTempDirectory("naru-screenshots");
                new Gallery(
                                settings,
                                language,
                                theme,
                                Texts::in,
                                (name, window) -> save(name, variant, window))
                        .visit();
            }
        }
        writeIndex();
    }

    private void save(String name, String variant, Window window) {
        if (!names.contains(name)) {
            names.add(name);
        }
        for (double scale : SCALES) {
            BufferedImage picture = Fx.get(() -> picture(window, scale));
            try {
                ImageIO.write(picture, "png", folder.resolve(file(name, variant, scale)).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String file(String name, String variant, double scale) {
        return name + "-" + variant + "-" + Math.round(scale * 100) + ".png";
    }

    private static BufferedImage picture(Window window, double scale) {
        Parent root = window.getScene().getRoot();
        root.applyCss();
        root.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        parameters.setFill(window.getScene().getFill());
        WritableImage image = root.snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    private void writeIndex() throws IOException {
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=\"utf-8\">\n");
        page.append(
                "<title>Naru: every page and dialog</title>\n<style>body{font-family:sans-serif;");
        page.append("background:#ddd}img{max-width:48%;margin:4px;vertical-align:top}</style>\n");
        for (String name : names) {
            page.append("<h2>").append(name).append("</h2>\n");
            for (double scale : SCALES) {
                for (String variant : List.of("ko-light", "ko-dark", "en-light", "en-dark")) {
                    String file = file(name, variant, scale);
                    page.append(
                            "<a href=\"%1$s\"><img src=\"%1$s\" title=\"%1$s\"></a>\n"
                                    .formatted(file));
                }
            }
        }
        Files.writeString(folder.resolve("index.html"), page);
    }
}
