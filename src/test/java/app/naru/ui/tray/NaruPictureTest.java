package app.naru.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.ui.Health;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NaruPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 32, 256})
    void eachStateLooksDifferentAtEverySize(int size) {
        Set<Integer> pictures = new HashSet<>();
        for (Health health : Health.values()) {
            BufferedImage image = NaruPicture.draw(size, health);
            pictures.add(java.util.Arrays.hashCode(image.getRGB(0, 0, size, size, null, 0, size)));
        }

        assertThat(pictures).hasSize(Health.values().length);
    }

    @Test
    void windowsGetEverySizeFromSixteenPixelsOn() {
        assertThat(NaruPicture.windowIcons().map(BufferedImage::getWidth))
                .contains(16, 32, 48, 256);
    }

    @Test
    void withoutATrayThereIsNone() {
        assertThat(AwtTray.show(() -> {})).isEmpty();
    }
}
