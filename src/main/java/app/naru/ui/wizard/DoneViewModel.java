package app.naru.ui.wizard;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Lifetime;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.Link;
import app.naru.survey.Situation;
import app.naru.ui.Checks;
import app.naru.ui.ForwardWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The last page: the link to hand out. */
final class DoneViewModel {

    private final ObjectBinding<List<Link>> links;
    private final ObjectBinding<Optional<Sentence>> linkNote;
    private final ObjectBinding<Sentence> tryIt;
    private final ObjectBinding<Sentence> howToStop;
    private final ObjectBinding<Optional<Forward>> forInternet;
    private final ReadOnlyObjectProperty<OpeningViewModel.Progress> progress;
    private final Function<Forward, ForwardStatus> status;

    /**
     * @param status how the forward stands now
     */
    DoneViewModel(
            ReadOnlyObjectProperty<OpeningViewModel.Progress> progress,
            ReadOnlyObjectProperty<Situation> situation,
            Function<Forward, ForwardStatus> status,
            Checks checks) {
        this.progress = progress;
        this.status = status;
        links =
                Bindings.createObjectBinding(
                        () ->
                                opened(progress)
                                        .map(each -> status.apply(each).links())
                                        .orElse(List.of()),
                        progress,
                        situation,
                        checks.countProperty());
        linkNote =
                Bindings.createObjectBinding(
                        () -> opened(progress).flatMap(each -> linkNote(each, links.get())),
                        progress,
                        links);
        tryIt =
                Bindings.createObjectBinding(
                        () ->
                                Sentence.of(
                                        opened(progress)
                                                .map(DoneViewModel::tryIt)
                                                .orElse("wizard.done.try.lan")),
                        progress);
        forInternet =
                Bindings.createObjectBinding(
                        () ->
                                opened(progress)
                                        .filter(each ->
                                                each.audience() instanceof Audience.Internet),
                        progress);
        howToStop = Bindings.createObjectBinding(() -> howToStop(progress.get()), progress);
        // A look at the whole way shows at once that it works, or what does not.
        progress.subscribe(now -> opened().ifPresent(checks::check));
    }

    private static Optional<Forward> opened(
            ReadOnlyObjectProperty<OpeningViewModel.Progress> progress) {
        return progress.get() instanceof OpeningViewModel.Progress.Open open
                ? Optional.of(open.forward())
                : Optional.empty();
    }

    private static Optional<Sentence> linkNote(Forward forward, List<Link> links) {
        boolean unknown =
                forward.audience() instanceof Audience.Internet
                        && links.stream().noneMatch(link -> link.reach() == Link.Reach.INTERNET);
        return unknown
                ? Optional.of(Sentence.of("wizard.done.external", forward.ports().first()))
                : Optional.empty();
    }

    private static String tryIt(Forward forward) {
        return switch (forward.audience()) {
            case Audience.ThisNetwork network -> "wizard.done.try.lan";
            case Audience.Chosen chosen -> "wizard.done.try.chosen";
            case Audience.Internet internet -> "wizard.done.try.internet";
        };
    }

    /** What needed no change is not closed by taking one back. */
    static Sentence howToStop(OpeningViewModel.Progress progress) {
        if (!(progress instanceof OpeningViewModel.Progress.Open open)) {
            return Sentence.of("wizard.done.stop.byHand");
        }
        if (open.steps().isEmpty()) {
            return Sentence.of("wizard.done.stop.server");
        }
        return switch (open.forward().lifetime()) {
            case Lifetime.UntilStopped untilStopped -> Sentence.of("wizard.done.stop.byHand");
            case Lifetime.For(Duration span) ->
                    Sentence.of("wizard.done.stop.byItself", ForwardWords.span(span));
        };
    }

    /** How the forward stands that was opened; a fix may have changed it since. */
    Optional<ForwardStatus> opened() {
        return opened(progress).map(status);
    }

    /** The links, the one to hand out first. */
    ObjectBinding<List<Link>> links() {
        return links;
    }

    /** What the links can't tell. */
    ObjectBinding<Optional<Sentence>> linkNote() {
        return linkNote;
    }

    /** The forward, where it can be checked from outside. */
    ObjectBinding<Optional<Forward>> forInternet() {
        return forInternet;
    }

    /** How it is closed again. */
    ObjectBinding<Sentence> howToStop() {
        return howToStop;
    }

    /** What to try now. */
    ObjectBinding<Sentence> tryIt() {
        return tryIt;
    }
}
