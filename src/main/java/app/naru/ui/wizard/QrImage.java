package app.naru.ui.wizard;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Draws QR codes, black on white in every look: phones do not read them the other way round. */
final class QrImage {

    /** In modules (ISO/IEC 18004 section 9.1). */
    static final int QUIET_ZONE = 4;

    private QrImage() {}

    /**
     * Returns the code of the text.
     *
     * @param size how many pixels wide and high; larger where the text needs it
     * @throws IllegalArgumentException if the text is too long for any code
     */
    static WritableImage of(String text, int size) {
        BitMatrix modules = encode(text, size);
        WritableImage image = new WritableImage(modules.getWidth(), modules.getHeight());
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                image.getPixelWriter()
                        .setColor(x, y, modules.get(x, y) ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }

    private static BitMatrix encode(String text, int size) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            size,
                            size,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for " + text, e);
        }
    }
}
