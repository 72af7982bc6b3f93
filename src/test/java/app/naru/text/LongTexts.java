package app.naru.text;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/** English as another language might be: every text 40 percent longer. */
public final class LongTexts {

    private static final String FILLER = " lorem ipsum dolor sit amet consetetur sadipscing elitr";

    private LongTexts() {}

    /** Returns them, whatever the language. */
    public static Texts in(Locale language) {
        ResourceBundle english = Texts.in(Locale.ENGLISH).bundle();
        return new Texts(
                Locale.ENGLISH,
                new ResourceBundle() {
                    @Override
                    protected Object handleGetObject(String key) {
                        return longer(english.getString(key));
                    }

                    @Override
                    public Enumeration<String> getKeys() {
                        return english.getKeys();
                    }
                });
    }

    private static String longer(String text) {
        int more = (int) Math.ceil(text.length() * 0.4);
        return text + FILLER.repeat(1 + more / FILLER.length()).substring(0, more);
    }
}
