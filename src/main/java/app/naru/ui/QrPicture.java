package app.naru.ui;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/**
 * A text as a QR code (ISO/IEC 18004), dark on light in every theme: not all phones read others.
 */
public final class QrPicture extends Region {

    /** Modules of light all around (ISO/IEC 18004, 9.1). */
    private static final int QUIET_ZONE = 4;

    private final SVGPath modules = new SVGPath();
    private int size = 1;

    public QrPicture() {
        getStyleClass().add("qr-picture");
        modules.getStyleClass().add("qr-modules");
        modules.setFillRule(FillRule.NON_ZERO);
        // A path is as large as what is drawn; so the first and last module always are, in a QR
        // code's finder patterns.
        modules.setManaged(false);
        getChildren().add(modules);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * Draws the text.
     *
     * @param description read aloud instead of the picture
     * @throws IllegalArgumentException if it is longer than a QR code can be, 2,331 bytes
     */
    public void setText(String text, String description) {
        setAccessibleText(description);
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " letters", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        size = matrix.getWidth();
        modules.setContent(path.toString());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double edge = Math.min(getWidth(), getHeight());
        // Whole pixels for each module, or else a phone sees grey edges.
        double scale = Math.max(1, Math.floor(edge / (size + 2 * QUIET_ZONE)));
        modules.setScaleX(scale);
        modules.setScaleY(scale);
        // Scaling is about the middle, so the middle is what has to be placed.
        modules.setLayoutX(Math.round((getWidth() - size * scale) / 2) + (scale - 1) * size / 2);
        modules.setLayoutY(Math.round((getHeight() - size * scale) / 2) + (scale - 1) * size / 2);
    }
}
