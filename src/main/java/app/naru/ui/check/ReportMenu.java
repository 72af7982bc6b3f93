package app.naru.ui.check;

import app.naru.diagnosis.Examination;
import app.naru.forward.Sentence;
import app.naru.text.Texts;
import app.naru.ui.UiContext;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Copies the report of the last look, in this language or in English. */
final class ReportMenu extends MenuButton {

    private final UiContext context;
    private final Supplier<Optional<Examination>> last;
    private final CheckMenuItem withNames = new CheckMenuItem();

    ReportMenu(UiContext context, Supplier<Optional<Examination>> last) {
        this.context = context;
        this.last = last;
        setId("copyReport");
        setText(say("check.report"));
        setMinWidth(USE_PREF_SIZE);
        MenuItem own = new MenuItem(say("check.report.own"));
        own.setOnAction(event -> copy(context.texts()));
        MenuItem english = new MenuItem(say("check.report.english"));
        english.setOnAction(event -> copy(Texts.in(Locale.ENGLISH)));
        withNames.setText(say("check.report.names"));
        getItems().addAll(own, english, new SeparatorMenuItem(), withNames);
    }

    private void copy(Texts texts) {
        last.get()
                .map(each -> ReportText.of(each, texts, withNames.isSelected()))
                .ifPresent(context.clipboard());
    }

    private String say(String key) {
        return context.texts().say(Sentence.of(key));
    }
}
