import app.naru.ui.tray.NaruPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Writes Naru's mark as a Windows icon: the one argument is the file. Run as {@code java -cp
 * target/classes installer/IconFile.java naru.ico}.
 *
 * <p>The form is that of ICONDIR in Microsoft's "Icons" (1995): bitmaps of 32 bits, upside down,
 * with an empty mask; the largest as PNG, as Windows has it since Vista.
 */
final class IconFile {

    private static final int HEADER = 6;
    private static final int ENTRY = 16;
    private static final int BITMAP_HEADER = 40;
    private static final int LARGEST = 256;

    private IconFile() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        List<BufferedImage> pictures = NaruPicture.windowIcons().toList();
        List<byte[]> images = new ArrayList<>();
        for (BufferedImage picture : pictures) {
            images.add(picture.getWidth() == LARGEST ? png(picture) : bitmap(picture));
        }
        int size = HEADER + ENTRY * images.size() + images.stream().mapToInt(i -> i.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        int at = HEADER + ENTRY * images.size();
        for (int i = 0; i < images.size(); i++) {
            byte edge = (byte) pictures.get(i).getWidth();
            file.put(edge).put(edge).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(images.get(i).length).putInt(at);
            at += images.get(i).length;
        }
        images.forEach(file::put);
        Files.write(Path.of(arguments[0]), file.array());
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] bitmap(BufferedImage picture) {
        int edge = picture.getWidth();
        int mask = (edge + 31) / 32 * 4 * edge;
        ByteBuffer bytes =
                ByteBuffer.allocate(BITMAP_HEADER + edge * edge * 4 + mask)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(BITMAP_HEADER).putInt(edge).putInt(2 * edge);
        bytes.putShort((short) 1).putShort((short) 32);
        bytes.putInt(0).putInt(edge * edge * 4).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int y = edge - 1; y >= 0; y--) {
            for (int x = 0; x < edge; x++) {
                bytes.putInt(picture.getRGB(x, y));
            }
        }
        return bytes.array();
    }
}
