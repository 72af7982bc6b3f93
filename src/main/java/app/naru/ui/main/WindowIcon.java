package app.naru.ui.main;

import java.awt.image.BufferedImage;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Hands AWT's pictures to JavaFX, pixel by pixel: no codec, no further library. */
final class WindowIcon {

    private WindowIcon() {}

    static List<Image> all(List<BufferedImage> pictures) {
        return pictures.stream().map(WindowIcon::of).toList();
    }

    private static Image of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
