package app.naru.ui.main;

import app.naru.forward.Sentence;
import app.naru.text.Texts;
import app.naru.ui.Questions;
import app.naru.ui.Questions.Question;
import app.naru.ui.UiContext;
import app.naru.ui.tray.AwtTray;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;

/** Where Naru is while its window is closed: in the tray; where there is none, it ends. */
final class Residence {

    private final Stage stage;
    private final Models models;
    private final UiContext context;
    private final Supplier<Texts> texts;
    private final Questions questions;
    private final Runnable end;
    private Optional<TrayPresence> tray = Optional.empty();

    /** Whether it has turned out if the system has a tray; AWT takes a second to tell. */
    private boolean trayKnown;

    private boolean closeWhenTrayKnown;

    /**
     * @param texts asked for the language of the moment
     * @param end ends Naru
     */
    Residence(
            Stage stage,
            Models models,
            UiContext context,
            Supplier<Texts> texts,
            Questions questions,
            Runnable end) {
        this.stage = stage;
        this.models = models;
        this.context = context;
        this.texts = texts;
        this.questions = questions;
        this.end = end;
    }

    /**
     * Moves into the tray.
     *
     * @param wanted whether at all
     */
    void moveIn(boolean wanted) {
        if (!wanted) {
            trayIsKnown();
            return;
        }
        Runnable show = () -> context.tasks().onViewThread(this::show);
        Runnable quit = () -> context.tasks().onViewThread(this::quit);
        context.tasks()
                .task(() -> AwtTray.show(show))
                .onSuccess(found ->
                        tray =
                                found.map(icon ->
                                        new TrayPresence(icon, models.main(), context, show, quit)))
                .onSuccess(found -> trayIsKnown())
                .run();
    }

    private void trayIsKnown() {
        trayKnown = true;
        update();
        if (closeWhenTrayKnown) {
            close();
        } else if (tray.isEmpty() && !stage.isShowing()) {
            // it was to start in the tray: without one nobody would find it
            show();
        }
    }

    /** Shows the forwards in the tray as they are now. */
    void update() {
        tray.ifPresent(presence -> presence.update(texts.get()));
    }

    /** Tells something that the user should know now, unless they want to be left alone. */
    void tell(Sentence what) {
        tray.filter(presence -> models.preferences().preferences().notifications())
                .ifPresent(presence ->
                        presence.tell(texts.get().say("app.name"), texts.get().say(what)));
    }

    /** Goes to the tray, or where there is none ends Naru. */
    void close() {
        if (!trayKnown) {
            closeWhenTrayKnown = true;
        } else if (tray.isEmpty() || !models.preferences().preferences().closeToTray()) {
            quit();
        } else if (models.preferences().preferences().toldAboutTray()) {
            hide();
        } else {
            questions.ask(
                    new Question(
                            Sentence.of("tray.first.title"),
                            Sentence.of("tray.first.text"),
                            Sentence.of("tray.first.yes"),
                            false),
                    () -> {
                        models.preferences().toldAboutTray();
                        hide();
                    });
        }
    }

    /** What the window took is given back: nobody waits for anything now. */
    private void hide() {
        stage.hide();
        context.tasks()
                .task(() -> {
                    System.gc();
                    return stage;
                })
                .run();
    }

    /** Ends Naru, asking first if forwards are open. */
    void quit() {
        int open = models.main().open();
        if (open == 0) {
            end();
            return;
        }
        show();
        questions.ask(
                new Question(
                        Sentence.of("quit.title"),
                        Sentence.of(open == 1 ? "quit.text.one" : "quit.text.many", open),
                        Sentence.of("quit.yes"),
                        false),
                this::end);
    }

    private void end() {
        tray.ifPresent(TrayPresence::close);
        end.run();
    }

    /** Brings the window to the front. */
    void show() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }
}
