package app.naru.forward;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a user will read, before it is put into words: the key of a text and what fills
 * its gaps. {@code app.naru.text.Texts} says it in the user's language.
 *
 * @param key the key in {@code messages*.properties}
 * @param arguments what fills {@code {0}}, {@code {1}} …: texts, or sentences within the sentence
 */
public record Sentence(String key, List<Object> arguments) {

    public Sentence {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a sentence needs a key");
        }
        arguments = arguments.stream().map(Sentence::argument).toList();
    }

    /** Returns the sentence of that key, its gaps filled with the arguments' texts. */
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, Arrays.asList(arguments));
    }

    /** Numbers become text at once: a port is "8000" in every language, never "8,000". */
    private static Object argument(Object argument) {
        return argument instanceof Sentence ? argument : String.valueOf(argument);
    }
}
