package app.naru.cli;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/** A text as a QR code (ISO/IEC 18004) in letters, two rows of modules in each line. */
final class TerminalQr {

    /** Modules of light all around (ISO/IEC 18004, 9.1); two are enough for phones. */
    private static final int QUIET = 2;

    /** Black on white, whatever the terminal's colours (ECMA-48 8.3.117). */
    private static final String COLOURS = "\u001b[30;107m";

    private static final String USUAL = "\u001b[0m";

    private TerminalQr() {}

    /** Returns the lines of the picture. */
    static List<String> lines(String text) {
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " letters", e);
        }
        List<String> lines = new ArrayList<>();
        for (int y = -QUIET; y < matrix.getHeight() + QUIET; y += 2) {
            StringBuilder line = new StringBuilder(COLOURS);
            for (int x = -QUIET; x < matrix.getWidth() + QUIET; x++) {
                line.append(letter(isDark(matrix, x, y), isDark(matrix, x, y + 1)));
            }
            lines.add(line.append(USUAL).toString());
        }
        return lines;
    }

    private static char letter(boolean above, boolean below) {
        if (above) {
            return below ? '█' : '▀';
        }
        return below ? '▄' : ' ';
    }

    private static boolean isDark(ByteMatrix matrix, int x, int y) {
        return x >= 0
                && y >= 0
                && x < matrix.getWidth()
                && y < matrix.getHeight()
                && matrix.get(x, y) == 1;
    }
}
