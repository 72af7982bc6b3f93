package app.naru.ui;

import app.naru.settings.Preferences;
import app.naru.text.Texts;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The look of every window: AtlantaFX's Primer with one stylesheet of Naru's on top. */
public final class Theme {

    private static final String STYLESHEET =
            Objects.requireNonNull(Theme.class.getResource("/app/naru/ui/naru.css"))
                    .toExternalForm();

    /** JavaFX's CSS takes one family and no list, so a style class stands for each. */
    private static final Map<String, String> KOREAN_FONTS =
            Map.of("Malgun Gothic", "font-malgun", "NanumGothic", "font-nanum");

    private static final List<String> KOREAN_FONTS_BEST_FIRST =
            List.of("Malgun Gothic", "NanumGothic");

    private final BooleanSupplier systemIsDark;

    /**
     * @param systemIsDark asked each time the look follows the system; JavaFX 21 does not tell it
     */
    public Theme(BooleanSupplier systemIsDark) {
        this.systemIsDark = systemIsDark;
    }

    /** Gives all windows that look. */
    public void apply(Preferences.Theme chosen) {
        boolean dark =
                switch (chosen) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> systemIsDark.getAsBoolean();
                };
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    /** Gives the scene Naru's stylesheet and a font that has the language's letters. */
    public static void dress(Scene scene, Texts texts) {
        if (!scene.getStylesheets().contains(STYLESHEET)) {
            scene.getStylesheets().add(STYLESHEET);
        }
        scene.getRoot().getStyleClass().removeAll(KOREAN_FONTS.values());
        if (texts.language().getLanguage().equals(Locale.KOREAN.getLanguage())) {
            Set<String> installed = Set.copyOf(Font.getFamilies());
            KOREAN_FONTS_BEST_FIRST.stream()
                    .filter(installed::contains)
                    .findFirst()
                    .map(KOREAN_FONTS::get)
                    .ifPresent(scene.getRoot().getStyleClass()::add);
        }
    }
}
