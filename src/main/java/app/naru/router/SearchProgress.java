package app.naru.router;

import app.naru.forward.Sentence;

/** Is told how the search for a router gets on. Called by the thread that searches. */
@FunctionalInterface
public interface SearchProgress {

    /**
     * @param part of the longest time that it takes, 0 to 1
     */
    void at(double part, Sentence what);

    /** Returns one that tells nobody. */
    static SearchProgress none() {
        return (part, what) -> {};
    }
}
