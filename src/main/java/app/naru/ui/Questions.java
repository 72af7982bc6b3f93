package app.naru.ui;

import app.naru.forward.Sentence;

/** Asks the user before something is done that can't be taken back with a click. */
public interface Questions {

    /**
     * What is asked.
     *
     * @param title what would be done, as a question
     * @param detail what follows from it
     * @param yes the button that does it, named by what it does
     * @param destructive whether the button warns of itself
     */
    record Question(Sentence title, Sentence detail, Sentence yes, boolean destructive) {}

    /** Asks, and does this if the answer is yes. Returns at once. */
    void ask(Question question, Runnable ifYes);
}
