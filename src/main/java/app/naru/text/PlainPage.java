package app.naru.text;

import java.util.Locale;

/** A page of Naru's own for a browser: a heading and a paragraph, nothing from elsewhere. */
public final class PlainPage {

    private final Texts texts;
    private final String key;

    private PlainPage(Texts texts, String key) {
        this.texts = texts;
        this.key = key;
    }

    /** Returns the page that a phone gets which has come from outside, as HTML. */
    public static String itWorks(Locale language) {
        return new PlainPage(Texts.in(language), "check.page.").html();
    }

    /** Returns the page to walk the whole way with where nothing listens yet, as HTML. */
    public static String sample(Texts texts) {
        return new PlainPage(texts, "sample.").html();
    }

    private String html() {
        return """
        <!doctype html>
        <html lang="%s">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>%s</title>
        <style>
          body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem;
                 margin: 15vh auto; padding: 0 1.5rem; color-scheme: light dark; }
          h1 { line-height: 1.2; }
        </style>
        <h1>%s</h1>
        <p>%s</p>
        </html>
        """
                .formatted(
                        texts.language().getLanguage(),
                        texts.say(key + "title"),
                        texts.say(key + "heading"),
                        texts.say(key + "text"));
    }
}
