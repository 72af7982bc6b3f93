package app.naru.forward;

/**
 * An input that can't be taken. Carries the sentence for the person who typed it; the exception's
 * own message is for logs and names the same input.
 */
public final class InvalidInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /**
     * @param key the sentence's key, below {@code invalid.}
     * @param input what was typed, the sentence's first argument
     * @param more the sentence's further arguments
     */
    public InvalidInput(String key, Object input, Object... more) {
        super(key + ": " + input);
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = input;
        System.arraycopy(more, 0, arguments, 1, more.length);
        this.sentence = Sentence.of("invalid." + key, arguments);
    }

    /** Returns what to tell the person who typed it. */
    public Sentence sentence() {
        return sentence;
    }
}
