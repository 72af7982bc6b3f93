package app.naru.ui.main;

import app.naru.firewall.PortProxyEntry;
import app.naru.forward.Sentence;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the window tells at its top. On the JavaFX thread, but for {@link #leftOver}. */
final class Notices {

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    /**
     * One for all who listen: nothing else keeps a view, and its listeners, from being collected.
     */
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(shown);

    private final Set<Notice> dismissed = new HashSet<>();
    private volatile boolean lookForLeftOver;

    /**
     * @param troubles what has to be told from the start
     */
    Notices(List<Sentence> troubles) {
        troubles.forEach(trouble -> shown.add(new Notice.Told(trouble)));
    }

    /** The notices, the first to be told first. */
    ObservableList<Notice> shown() {
        return view;
    }

    /** Tells this, once, and no more what was told of the same forward. */
    void add(Notice notice) {
        if (notice instanceof Notice.NotOpened now) {
            shown.removeIf(each ->
                    each instanceof Notice.NotOpened before
                            && before.forward().id().equals(now.forward().id()));
        }
        if (notice instanceof Notice.Failing now) {
            noLongerFailing(now.forwardId());
        }
        if (!shown.contains(notice)) {
            shown.add(notice);
        }
    }

    /** Takes away what was told of that forward's way: it works again, or is closed. */
    void noLongerFailing(String forwardId) {
        shown.removeIf(each ->
                each instanceof Notice.Failing before && before.forwardId().equals(forwardId));
    }

    /** Tells that the settings could not be written. */
    void unwritable(IOException failure) {
        add(
                new Notice.Told(
                        Sentence.of("notice.unwritable", String.valueOf(failure.getMessage()))));
    }

    /** Takes the notice away; what is left over is not told again before the next start. */
    void dismiss(Notice notice) {
        shown.remove(notice);
        dismissed.add(notice);
        if (notice instanceof Notice.LeftOver) {
            lookForLeftOver = false;
        }
    }

    /** Tells of these entries, unless they were told of, and no more of those that are gone. */
    void showProxied(List<PortProxyEntry> entries) {
        List<Notice> now = entries.stream().<Notice>map(Notice.Proxied::new).toList();
        shown.removeIf(each -> each instanceof Notice.Proxied && !now.contains(each));
        now.stream()
                .filter(each -> !dismissed.contains(each) && !shown.contains(each))
                .forEach(shown::add);
    }

    /** From now on tells what is left over; before, it is not known to be nobody's. */
    void lookForLeftOver() {
        lookForLeftOver = true;
    }

    /** Returns what is left over, if that is to be told. Called in the background. */
    Optional<Notice.LeftOver> leftOver(Forwards forwards) {
        if (!lookForLeftOver) {
            return Optional.empty();
        }
        List<Journal.Entry> entries = forwards.leftOver();
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Notice.LeftOver(entries));
    }

    /** Tells what is left over in the place of what was. */
    void showLeftOver(Optional<Notice.LeftOver> now) {
        Optional<Notice> before =
                shown.stream().filter(Notice.LeftOver.class::isInstance).findFirst();
        if (!before.equals(now.map(Notice.class::cast))) {
            before.ifPresent(shown::remove);
            now.filter(each -> lookForLeftOver).ifPresent(shown::addFirst);
        }
    }
}
