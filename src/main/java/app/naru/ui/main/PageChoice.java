package app.naru.ui.main;

import app.naru.ui.Page;
import app.naru.ui.PageOpener;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The pages of the window and which of them is shown. */
final class PageChoice implements PageOpener {

    private final List<Page> pages;
    private final ReadOnlyObjectWrapper<Page> shown;

    /**
     * @param pages in the order of the rail; the first is shown first
     * @throws IllegalArgumentException if two have the same id
     */
    PageChoice(List<Page> pages) {
        if (pages.stream().map(Page::id).distinct().count() < pages.size()) {
            throw new IllegalArgumentException("two pages have one id: " + ids(pages));
        }
        this.pages = List.copyOf(pages);
        this.shown = new ReadOnlyObjectWrapper<>(pages.getFirst());
    }

    List<Page> pages() {
        return pages;
    }

    ReadOnlyObjectProperty<Page> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    @Override
    public void open(String pageId) {
        open(
                pages.stream()
                        .filter(page -> page.id().equals(pageId))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no page " + pageId + " among " + ids(pages))));
    }

    /** Shows this page. */
    void open(Page page) {
        shown.set(page);
    }

    private static String ids(List<Page> pages) {
        return pages.stream().map(Page::id).collect(Collectors.joining(", "));
    }
}
