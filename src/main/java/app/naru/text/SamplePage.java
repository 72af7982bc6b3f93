package app.naru.text;

/** The page that Naru serves itself, to walk the whole way with where nothing listens yet. */
public final class SamplePage {

    private final Texts texts;

    public SamplePage(Texts texts) {
        this.texts = texts;
    }

    /** Returns the page as HTML. */
    public String html() {
        return """
        <!doctype html>
        <html lang="%s">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
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
                        texts.say("sample.title"),
                        texts.say("sample.heading"),
                        texts.say("sample.text"));
    }
}
