import app.naru.ui.tray.NaruPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Comparator;
import javax.imageio.ImageIO;

/**
 * Draws what stands beside the setup's first and last page, as a bitmap of 24 bits: the one
 * argument is the file. Twice as large as NSIS shows it, for screens with small dots.
 */
final class SidePicture {

    private static final int WIDTH = 328;
    private static final int HEIGHT = 628;
    private static final Color WATER = new Color(0x0b5cad);

    private SidePicture() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        BufferedImage largest =
                NaruPicture.windowIcons()
                        .max(Comparator.comparing(BufferedImage::getWidth))
                        .orElseThrow();
        BufferedImage side = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = side.createGraphics();
        drawing.setColor(WATER);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        int edge = largest.getWidth();
        drawing.drawImage(largest, (WIDTH - edge) / 2, (HEIGHT - edge) / 2, null);
        drawing.dispose();
        if (!ImageIO.write(side, "bmp", new File(arguments[0]))) {
            throw new IOException("no bitmap could be written");
        }
    }
}
