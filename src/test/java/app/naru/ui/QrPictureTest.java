package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class QrPictureTest {

    private static final String LINK = "http://192.168.0.7:8000/";
    private static final int EDGE = 132;

    private final QrPicture picture = new QrPicture();

    @Start
    void start(Stage stage) {
        picture.setMinSize(EDGE, EDGE);
        picture.setMaxSize(EDGE, EDGE);
        stage.setScene(new Scene(new StackPane(picture), 200, 200));
        new Theme(() -> true).apply(app.naru.settings.Preferences.Theme.DARK);
        Theme.dress(stage.getScene(), app.naru.text.Texts.in(Locale.ENGLISH));
        stage.show();
    }

    @Test
    void aReaderReadsIt(FxRobot robot) throws Exception {
        robot.interact(() -> picture.setText(LINK, "QR code"));
        WritableImage image = WaitForAsyncUtils.asyncFx(() -> picture.snapshot(null, null)).get();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);

        String read =
                new QRCodeReader()
                        .decode(
                                new BinaryBitmap(
                                        new HybridBinarizer(
                                                new RGBLuminanceSource(width, height, pixels))))
                        .getText();

        assertThat(read).isEqualTo(LINK);
    }
}
