package app.naru.ui;

import app.naru.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a failure that nobody foresaw: a bug. Naru goes on as far as it can. */
public final class ErrorScreen implements Consumer<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorScreen.class);

    private final Supplier<Texts> texts;
    private final Consumer<String> clipboard;
    private boolean showing;

    /**
     * @param texts asked for the language of the moment
     * @param clipboard takes the report
     */
    public ErrorScreen(Supplier<Texts> texts, Consumer<String> clipboard) {
        this.texts = texts;
        this.clipboard = clipboard;
    }

    /** Shows the failure, one at a time. Called on the JavaFX thread. */
    @Override
    public void accept(Throwable failure) {
        LOG.error("Unexpected failure {}", fingerprint(failure), failure);
        if (showing) {
            return;
        }
        showing = true;
        Texts words = texts.get();
        ButtonType copy = new ButtonType(words.say("error.copy"), ButtonData.LEFT);
        ButtonType close = new ButtonType(words.say("dialog.close"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        ReportPane pane = new ReportPane(words);
        dialog.setDialogPane(pane);
        dialog.setTitle(words.say("app.name"));
        pane.setHeaderText(words.say("error.title"));
        pane.setGraphic(new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        pane.getStyleClass().add("error-screen");
        pane.setContentText(words.say("error.detail", fingerprint(failure)));
        pane.setMinHeight(Region.USE_PREF_SIZE);
        pane.getButtonTypes().setAll(copy, close);
        TextArea report = new TextArea(report(failure));
        report.setEditable(false);
        report.getStyleClass().add("code");
        report.setAccessibleText(words.say("error.copy"));
        TabLeaves.in(report);
        pane.setExpandableContent(report);
        Theme.dress(pane.getScene(), words);
        dialog.resultProperty()
                .subscribe(answer -> {
                    if (copy.equals(answer)) {
                        clipboard.accept(report(failure));
                    }
                });
        dialog.setOnHidden(event -> showing = false);
        dialog.show();
    }

    /** Returns a short mark that is the same each time the same thing goes wrong. */
    static String fingerprint(Throwable failure) {
        int hash = failure.getClass().getName().hashCode();
        int frames =
                Arrays.stream(failure.getStackTrace())
                        .limit(5)
                        .map(frame -> frame.getClassName() + frame.getMethodName())
                        .toList()
                        .hashCode();
        return String.format(Locale.ROOT, "%04X-%04X", hash & 0xFFFF, frames & 0xFFFF);
    }

    private static String report(Throwable failure) {
        StringWriter text = new StringWriter();
        text.append(fingerprint(failure)).append('\n');
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
