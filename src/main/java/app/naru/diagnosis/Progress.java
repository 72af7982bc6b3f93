package app.naru.diagnosis;

import app.naru.forward.Sentence;

/** Is told how an examination gets on. Called on threads of the examination's. */
@FunctionalInterface
public interface Progress {

    /**
     * @param part how much is done, 0 to 1
     * @param what was done last
     */
    void at(double part, Sentence what);

    /** Returns one that tells nobody. */
    static Progress none() {
        return (part, what) -> {};
    }
}
