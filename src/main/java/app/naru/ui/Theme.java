package app.naru.ui;

import app.naru.settings.Preferences;
import app.naru.text.Texts;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** The look of every window: AtlantaFX's Primer with one stylesheet of Naru's on top. */
public final class Theme {

    private static final String STYLESHEET =
            Objects.requireNonNull(Theme.class.getResource("/app/naru/ui/naru.css"))
                    .toExternalForm();

    /** Best first. JavaFX's CSS takes one family and no list, so a style class stands for each. */
    private static final List<KoreanFont> KOREAN_FONTS =
            List.of(
                    new KoreanFont("Malgun Gothic", "font-malgun"),
                    new KoreanFont("NanumGothic", "font-nanum"),
                    new KoreanFont("NanumBarunGothic", "font-nanum-barun"));

    private static final String SQUARE_POPUPS = "square-popups";

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
        String stylesheet = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        if (!stylesheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(stylesheet);
        }
    }

    /**
     * Gives the scene, with its content in it, Naru's stylesheet and a font that has the language's
     * letters. What it looks like is known when this returns, so that a window need not be shown
     * before.
     */
    public static void dress(Scene scene, Texts texts) {
        if (!scene.getStylesheets().contains(STYLESHEET)) {
            scene.getStylesheets().add(STYLESHEET);
            Carets.restWithWindow(scene);
        }
        List<String> classes = scene.getRoot().getStyleClass();
        classes.removeAll(KOREAN_FONTS.stream().map(KoreanFont::styleClass).toList());
        if (texts.language().getLanguage().equals(Locale.KOREAN.getLanguage())) {
            koreanFont(Set.copyOf(Font.getFamilies())).ifPresent(classes::add);
        }
        popups(classes, Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
        fill(scene);
    }

    /** Without a compositor what shines through a pop-up is white: there it fills its window. */
    static void popups(List<String> classes, boolean transparent) {
        classes.remove(SQUARE_POPUPS);
        if (!transparent) {
            classes.add(SQUARE_POPUPS);
        }
    }

    /** Until its first frame, and where it grows, a window is of its scene's colour: else white. */
    private static void fill(Scene scene) {
        scene.getRoot().applyCss();
        if (scene.getRoot() instanceof Region root) {
            root.backgroundProperty()
                    .subscribe(background ->
                            Optional.ofNullable(background).stream()
                                    .flatMap(each -> each.getFills().stream())
                                    .map(BackgroundFill::getFill)
                                    .reduce((below, above) -> above)
                                    .ifPresent(scene::setFill));
        }
    }

    /**
     * Returns the style class of the best font with Korean letters; empty where none of them is
     * installed, and the toolkit looks for letters by itself.
     */
    static Optional<String> koreanFont(Set<String> installed) {
        return KOREAN_FONTS.stream()
                .filter(font -> installed.contains(font.family()))
                .findFirst()
                .map(KoreanFont::styleClass);
    }

    private record KoreanFont(String family, String styleClass) {}
}
