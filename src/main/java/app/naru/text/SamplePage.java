package app.naru.text;

/** The page that Naru serves itself, to walk the whole way with where nothing listens yet. */
public final class SamplePage {

    private final Texts texts;

    public SamplePage(Texts texts) {
        this.texts = texts;
    }

    /** Returns the page as HTML. */
    public String html() {
        return PlainPage.sample(texts);
    }
}
