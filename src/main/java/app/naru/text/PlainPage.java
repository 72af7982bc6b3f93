package app.naru.text;

import app.naru.forward.Sentence;
import java.util.Locale;

/** A page of Naru's own for a browser: a heading and a paragraph, nothing from elsewhere. */
public final class PlainPage {

    private final Texts texts;
    private final Sentence title;
    private final Sentence heading;
    private final Sentence text;

    private PlainPage(Texts texts, Sentence title, Sentence heading, Sentence text) {
        this.texts = texts;
        this.title = title;
        this.heading = heading;
        this.text = text;
    }

    /** Returns a page that says these, as HTML. */
    public static String saying(Texts texts, Sentence heading, Sentence text) {
        return new PlainPage(texts, heading, heading, text).html();
    }

    /** Returns the page that a phone gets which has come from outside, as HTML. */
    public static String itWorks(Locale language) {
        return new PlainPage(
                        Texts.in(language),
                        Sentence.of("check.page.title"),
                        Sentence.of("check.page.heading"),
                        Sentence.of("check.page.text"))
                .html();
    }

    /** Returns the page to walk the whole way with where nothing listens yet, as HTML. */
    public static String sample(Texts texts) {
        return new PlainPage(
                        texts,
                        Sentence.of("sample.title"),
                        Sentence.of("sample.heading"),
                        Sentence.of("sample.text"))
                .html();
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
                .formatted(texts.language().getLanguage(), said(title), said(heading), said(text));
    }

    /** What a visitor sent may stand in a sentence: none of it is taken for HTML. */
    private String said(Sentence sentence) {
        return texts.say(sentence)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
