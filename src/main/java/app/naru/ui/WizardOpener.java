package app.naru.ui;

import app.naru.forward.Forward;
import app.naru.text.Texts;
import javafx.stage.Stage;

/** Opens the wizard over a window. Called on the JavaFX thread. */
public interface WizardOpener {

    /** What the wizard is to begin with. */
    sealed interface Start {

        /** A new forward, from the first page on. */
        record New() implements Start {}

        /** The sample page that Naru serves itself. */
        record Sample() implements Start {}

        /** A new forward, filled in already. */
        record Like(Forward forward) implements Start {}

        /** A forward that is kept already, to be changed. */
        record Edit(Forward forward) implements Start {}

        /** A forward that is kept already, to be opened to the Internet too. */
        record ToInternet(Forward forward) implements Start {}
    }

    /** Opens it; forwards that come of it are in the context's saved forwards. */
    void open(UiContext context, Stage owner, Start start);

    /** Says everything in that language from now on, in wizards that are open too. */
    default void speak(Texts texts) {}
}
