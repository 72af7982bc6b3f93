package app.naru.ui.firewall;

import app.naru.ui.Questions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The dialogs and windows that the page opens. */
interface Dialogs extends Questions {

    /** Lets a file with rules be chosen; empty if none was. */
    Optional<Path> openRules();

    /** Lets a program be chosen; empty if none was. */
    Optional<Path> openProgram();

    /** Lets a file to be written be chosen; empty if none was. */
    Optional<Path> saveScript(String suggestedName);

    /** Lets rules be pasted. */
    void paste(Consumer<String> taker);

    /**
     * Opens the steps of a new rule.
     *
     * @param recipe what is made at once; empty for all there is to choose
     */
    void newRule(Optional<RuleKind> recipe);
}
