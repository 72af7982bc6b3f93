package app.naru.text;

import app.naru.forward.Sentence;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of one language. */
public final class Texts {

    /** The languages that Naru speaks, the fallback first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language) {
        this(
                language,
                ResourceBundle.getBundle(
                        "app.naru.text.messages",
                        language,
                        new ResourceBundle.Control() {
                            @Override
                            public List<Locale> getCandidateLocales(String name, Locale wanted) {
                                // English stands in the base file: without this, a Korean system's
                                // default
                                // would be taken before it when English is asked for.
                                return wanted.getLanguage().equals("ko")
                                        ? List.of(Locale.KOREAN, Locale.ROOT)
                                        : List.of(Locale.ROOT);
                            }
                        }));
    }

    Texts(Locale language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** Returns the texts in that language if Naru speaks it, otherwise in English. */
    public static Texts in(Locale wanted) {
        return new Texts(
                LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH));
    }

    public Locale language() {
        return language;
    }

    /** Returns the texts themselves, for FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Returns the sentence in words. */
    public String say(Sentence sentence) {
        Object[] arguments =
                sentence.arguments().stream()
                        .map(argument -> argument instanceof Sentence inner ? say(inner) : argument)
                        .toArray();
        String said = new MessageFormat(pattern(sentence.key()), language).format(arguments);
        return language.equals(Locale.KOREAN) ? Particles.chosen(said) : said;
    }

    /** Returns the text of the key, its gaps filled. */
    public String say(String key, Object... arguments) {
        return say(Sentence.of(key, arguments));
    }

    private String pattern(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no text for " + key, e);
        }
    }
}
